// The contract of a Story, stated once: every test, golden and fuzz run calls it.
#pragma once

#include <fmt/format.h>
#include <cmath>
#include <string>
#include <vector>

#include "wirecut/story.h"

namespace wirecut::test {

// What is wrong with the layers of `story`, one line each; empty: all is well.
class Validator {
 public:
  explicit Validator(const Story& story) : story_(story) {}

  std::vector<std::string> run() {
    check_structure();
    check_tokens();
    check_names();
    check_entities();
    check_quotes();
    check_places();
    check_dates();
    return std::move(faults_);
  }

 private:
  void expect(bool holds, std::string_view what) {
    if (!holds) faults_.emplace_back(what);
  }

  bool on_boundary(std::uint32_t at) const {
    return at == story_.text.size() || (static_cast<unsigned char>(story_.text[at]) & 0xC0) != 0x80;
  }

  void check_span(Span span, std::string_view what) {
    if (span.end > story_.text.size() || span.start > span.end)
      faults_.push_back(fmt::format("{}: [{}, {}) lies outside of the text", what, span.start, span.end));
    else if (span.empty())
      faults_.push_back(fmt::format("{}: empty at {}", what, span.start));
    else if (!on_boundary(span.start) || !on_boundary(span.end))
      faults_.push_back(fmt::format("{}: [{}, {}) splits a code point", what, span.start, span.end));
  }

  // Spans in text order; where `apart`, they don't overlap either.
  template <class Items, class SpanOf>
  void check_order(const Items& items, SpanOf span_of, bool apart, std::string_view what) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      check_span(span_of(items[i]), what);
      if (i == 0) continue;
      const Span before = span_of(items[i - 1]), here = span_of(items[i]);
      expect(before.start <= here.start, fmt::format("{}: out of order at {}", what, here.start));
      if (apart) expect(before.end <= here.start, fmt::format("{}: overlap at {}", what, here.start));
    }
  }

  void check_structure() {
    const Structure& s = story_.structure;
    if (s.headline) check_span(*s.headline, "headline");
    if (s.byline) check_span(s.byline->span, "byline");
    if (s.dateline) check_span(s.dateline->span, "dateline");
    if (s.source) check_span(s.source->span, "source");
    if (!s.body) return;
    check_span(s.body->span, "body");
    check_order(
        s.body->paragraphs, [](Span p) { return p; }, true, "paragraph");
    for (Span p : s.body->paragraphs) expect(s.body->span.contains(p), "paragraph: outside of the body");
  }

  void check_tokens() {
    check_order(
        story_.tokens, [](const Token& t) { return t.span; }, true, "token");
    check_order(
        story_.sentences, [](const Sentence& s) { return s.span; }, true, "sentence");
    std::uint32_t next = 0;
    for (const Sentence& s : story_.sentences) {
      expect(s.first_token == next && s.end_token > s.first_token && s.end_token <= story_.tokens.size(),
             fmt::format("sentence: its tokens don't follow on at {}", s.span.start));
      next = s.end_token;
    }
    expect(next == story_.tokens.size(), "sentence: tokens outside of all sentences");
    expect(story_.pos_tags.empty() || story_.pos_tags.size() == story_.tokens.size(), "pos: not one a token");
  }

  void check_names() {
    check_order(
        story_.names, [](const Name& n) { return n.span; }, true, "name");
    for (const Name& n : story_.names) {
      expect(n.first_token < n.end_token && n.end_token <= story_.tokens.size(), "name: tokens out of range");
      expect(n.confidence >= 0 && n.confidence <= 1, "name: confidence not in 0..1");
    }
  }

  void check_entities() {
    for (const Entity& e : story_.entities) {
      expect(!e.mentions.empty(), "entity: no mention");
      expect(!e.name.empty(), "entity: no name");
      expect(e.country.empty() || e.country.size() == 2, "entity: country is no alpha-2 code");
      check_order(
          e.mentions, [](const Mention& m) { return m.span; }, false, "mention");
    }
  }

  void check_speaker(const Speaker& speaker, std::string_view what) {
    check_span(speaker.span, what);
    expect(!speaker.entity || *speaker.entity < story_.entities.size(), fmt::format("{}: no such entity", what));
    expect(!speaker.name.empty(), fmt::format("{}: no name", what));
  }

  void check_quotes() {
    for (const Quote& q : story_.quotes) {
      expect(!q.spans.empty(), "quote: no span");
      check_order(
          q.spans, [](Span s) { return s; }, true, "quote");
      if (q.speaker) check_speaker(*q.speaker, "speaker");
      if (q.via) check_speaker(*q.via, "via");
      if (q.cue) check_span(*q.cue, "cue");
    }
  }

  void check_places() {
    check_order(
        story_.places, [](const Place& p) { return p.span; }, true, "place");
    double sum = 0;
    for (std::size_t i = 0; i < story_.countries.size(); ++i) {
      const Country& c = story_.countries[i];
      expect(c.code.size() == 2 && c.code3.size() == 3, "country: bad code");
      expect(!c.mentions.empty(), "country: no mention");
      expect(i == 0 || story_.countries[i - 1].score >= c.score, "country: not by falling score");
      check_order(
          c.mentions, [](const CountryMention& m) { return m.span; }, false, "country mention");
      sum += c.score;
    }
    expect(story_.countries.empty() || std::abs(sum - 1) < 1e-6, "country: the scores don't add up to 1");
  }

  void check_dates() {
    check_order(
        story_.dates, [](const Date& d) { return d.span; }, true, "date");
    for (const Date& d : story_.dates) expect(!d.value.empty(), "date: no value");
    if (story_.published) expect(story_.published->day.ok(), "published: no such day");
  }

  const Story& story_;
  std::vector<std::string> faults_;
};

inline std::vector<std::string> validate(const Story& story) { return Validator(story).run(); }

}  // namespace wirecut::test

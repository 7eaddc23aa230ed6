// Trains the model of quotes/ from stories with gold attributions.
//   train_quotes --train FOLDER [--dev FOLDER] --out data/model/quotes.bin [--epochs N] [--folds N]
//   [--accept LOG_ODDS]
// FOLDER holds what quote_gold.h reads.
//
// Three models, each trained on what the one before it says of stories it hasn't seen (cross-validation by story):
// labels; the roles of a cue, given the labels; the judge, given the roles. The thresholds maximise the joint score on
// the held-out folds. Same input, same bytes: no random numbers but a fixed shuffle.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>
#include <optional>
#include <random>
#include <stdexcept>

#include "chain_trainer.h"
#include "quote_gold.h"

namespace wirecut {

namespace {

struct Options {
  std::string train, dev, out;
  int epochs = 10;
  int role_epochs = 9;
  int folds = 2;
  int orders = 1;  // of the data, to average over
  float step = 0.02F;
  int extra_margin = 50;
  std::optional<float> accept;  // the judge's threshold; chosen on the held-out folds where it isn't given
};

using Stories = std::vector<const GoldStory*>;

// ---- labels

void set_run(std::vector<TrainingItem>& sequence, ItemRange range, std::uint8_t begin) {
  for (std::uint32_t i = range.first; i < range.end && i < sequence.size(); ++i) {
    if ((sequence[i].allowed >> begin & 1) == 0) continue;
    const bool goes_on = i > range.first && (sequence[i - 1].gold == begin || sequence[i - 1].gold == begin + 1);
    sequence[i].gold = static_cast<std::uint8_t>(goes_on ? begin + 1 : begin);
  }
}

// What a later run cut in two begins anew.
void begin_cut_runs_anew(std::vector<TrainingItem>& sequence) {
  for (std::size_t i = 0; i < sequence.size(); ++i)
    if (!may_follow(i == 0 ? 0 : sequence[i - 1].gold, sequence[i].gold)) --sequence[i].gold;
}

// The sequences of a paragraph: one for each run of its sentences that the label model reads.
template <class Visit>
void for_each_label_sequence(const GoldStory& story, std::uint32_t paragraph, Visit visit) {
  std::vector<ItemContext> context;
  const auto items = story.paragraph(paragraph);
  count_context(items, context);
  std::vector<TrainingItem> sequence(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!context[i].is_quiet) add_label_features({items, context}, i, sequence[i].features);
    sequence[i].state = static_cast<std::uint8_t>(transition_state(items, i));
    sequence[i].allowed = static_cast<std::uint8_t>(allowed_labels(items[i]));
  }
  for (const GoldQuote& quote : story.quotes) {
    if (quote.paragraph != paragraph || quote.cue_items.end == 0) continue;
    for (const ItemRange& range : quote.content_items) set_run(sequence, range, 5);
    set_run(sequence, quote.source_items, 1);
    set_run(sequence, quote.cue_items, 3);
  }
  for_each_run(context, [&](std::size_t first, std::size_t end) {
    std::vector<TrainingItem> run(sequence.begin() + static_cast<std::ptrdiff_t>(first),
                                  sequence.begin() + static_cast<std::ptrdiff_t>(end));
    begin_cut_runs_anew(run);
    visit(run);
  });
}

// `visit` has the trainer learn a story and adds up the log-likelihood.
template <class Visit>
OwnedChain train_chain(std::string_view name, ChainTrainer trainer, const Stories& stories, int epochs, int orders,
                       Visit visit) {
  std::vector<std::size_t> order(stories.size());
  double likelihood = 0;
  for (int n = 0; n < orders; ++n) {
    trainer.begin_anew();
    std::iota(order.begin(), order.end(), 0);
    std::mt19937 random(7 + static_cast<unsigned>(n));
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      likelihood = 0;
      for (std::size_t i : order) visit(*stories[i], trainer, likelihood);
      if (epoch >= epochs / 2) trainer.add_to_average();
    }
  }
  fmt::print("{}: {} stories, log-likelihood {:.0f}\n", name, stories.size(), likelihood);
  return trainer.quantised();
}

OwnedChain train_labels(const Stories& stories, const Options& options) {
  const auto learn = [](const GoldStory& story, ChainTrainer& trainer, double& sum) {
    for (std::uint32_t p = 0; p < story.items.paragraphs.size(); ++p)
      for_each_label_sequence(story, p, [&](const auto& sequence) { sum += trainer.learn(sequence); });
  };
  return train_chain("labels", {kLabelShape, kLabelRows, options.step}, stories, options.epochs, options.orders, learn);
}

// ---- roles

void make_role_sequence(std::span<const Item> items, const GoldQuote& quote, const ParagraphScratch& scratch,
                        std::vector<TrainingItem>& sequence) {
  const ParagraphView view{items, scratch.context};
  const CueView cue = view_cue(view, quote.cue_items.first, quote.cue_items.end);
  const ItemRange window = role_window(view, cue.first, cue.end);
  sequence.assign(items.size(), {});
  for (std::uint32_t i = 0; i < items.size(); ++i)
    sequence[i].allowed = static_cast<std::uint8_t>(allowed_roles(items[i]));
  for (const ItemRange& range : quote.content_items) set_run(sequence, range, 3);
  set_run(sequence, quote.source_items, 1);
  for (std::uint32_t i = cue.first; i < cue.end; ++i) sequence[i].gold = 0, sequence[i].fixed = true;
  sequence.erase(sequence.begin() + window.end, sequence.end());
  sequence.erase(sequence.begin(), sequence.begin() + window.first);
  for (std::uint32_t i = window.first; i < window.end; ++i) {
    TrainingItem& item = sequence[i - window.first];
    item.state = static_cast<std::uint8_t>(transition_state(items, i));
    if (item.fixed) continue;
    FeatureList of_item;
    add_item_features(view, scratch.labelled(), i, of_item);
    add_role_features(view, scratch.labelled(), cue, i, item.features);
    for (std::size_t f = 0; f < of_item.count; ++f)
      item.features.rows[item.features.count++] = of_item.rows[f] + (i < cue.first ? 0 : 1);
  }
  begin_cut_runs_anew(sequence);
}

// `labels_of` gives the label model to read a story with: one that hasn't seen it.
template <class LabelsOf>
OwnedChain train_roles(const Stories& stories, const Options& options, LabelsOf labels_of) {
  std::vector<TrainingItem> sequence;
  ParagraphScratch scratch;
  const auto learn = [&](const GoldStory& story, ChainTrainer& trainer, double& sum) {
    std::uint32_t labelled = ~0U;
    for (const GoldQuote& quote : story.quotes) {
      if (quote.cue_items.end == 0) continue;
      const auto items = story.paragraph(quote.paragraph);
      if (labelled != quote.paragraph) label_paragraph(items, labels_of(story), scratch);
      labelled = quote.paragraph;
      make_role_sequence(items, quote, scratch, sequence);
      sum += trainer.learn(sequence);
    }
  };
  return train_chain("roles", {kRoleShape, kRoleRows, options.step}, stories, options.role_epochs, options.orders,
                     learn);
}

// ---- scoring: the words of contents, Jaccard >= 0.8, and a word of the source's heads

using Words = std::vector<std::uint32_t>;  // token indices, sorted

bool is_scored(const Token& token) { return token.kind == TokenKind::word || token.kind == TokenKind::number; }

Words words_in(const Story& story, Span span) {
  Words words;
  auto at = std::partition_point(story.tokens.begin(), story.tokens.end(),
                                 [&](const Token& t) { return t.span.end <= span.start; });
  for (; at != story.tokens.end() && at->span.start < span.end; ++at)
    if (is_scored(*at)) words.push_back(static_cast<std::uint32_t>(at - story.tokens.begin()));
  return words;
}

void drop_leading_that(const Story& story, Words& words) {
  if (words.size() > 1 && story.tokens[words.front()].lower_hash == hash_word("that")) words.erase(words.begin());
}

Words words_of(const Story& story, const std::vector<Span>& spans) {
  Words words;
  for (Span span : spans) {
    const Words more = words_in(story, span);
    words.insert(words.end(), more.begin(), more.end());
  }
  return words;
}

std::size_t shared(const Words& a, const Words& b) {
  std::size_t count = 0;
  for (std::uint32_t word : a) count += std::binary_search(b.begin(), b.end(), word) ? 1 : 0;
  return count;
}

double jaccard(const Words& a, const Words& b) {
  const std::size_t both = shared(a, b);
  return both == 0 ? 0 : static_cast<double>(both) / static_cast<double>(a.size() + b.size() - both);
}

// An attribution, or a gold one, as words.
struct Scored {
  Words content, source, heads;
  bool core = true;
  int type = 0;  // 0 direct, 1 mixed, 2 indirect
};

bool speaker_fits(const Scored& gold, const Scored& found) {
  if (gold.source.empty()) return found.source.empty();
  if (found.source.empty() || found.source.size() > 2 * gold.source.size() + 6 ||
      shared(found.source, gold.source) == 0)
    return false;
  return gold.heads.empty() || shared(found.source, gold.heads) > 0;
}

int type_of(const Story& story, const QuoteItems& items, const Words& words) {
  std::size_t quoted = 0;
  for (std::uint32_t word : words) {
    const Span span = story.tokens[word].span;
    const auto at = std::partition_point(items.stretches.begin(), items.stretches.end(),
                                         [&](const MarkedStretch& s) { return s.outer.end <= span.start; });
    quoted += at != items.stretches.end() && at->inner.contains(span) ? 1 : 0;
  }
  return quoted == 0 ? 2 : quoted == words.size() ? 0 : 1;
}

std::vector<Scored> scored_gold(const GoldStory& story) {
  std::vector<Scored> all;
  for (const GoldQuote& quote : story.quotes) {
    Scored& one = all.emplace_back();
    one.content = words_of(story.story, quote.content);
    drop_leading_that(story.story, one.content);
    one.source = words_of(story.story, quote.source);
    one.heads = words_of(story.story, quote.heads);
    one.core = quote.core;
    one.type = type_of(story.story, story.items, one.content);
  }
  return all;
}

Scored scored_attribution(const GoldStory& story, std::span<const Item> items, const Attribution& attribution) {
  Scored one;
  const auto add = [&](ItemRange range, Words& words) {
    for (std::uint32_t i = range.first; i < range.end; ++i)
      for (std::uint32_t t = items[i].first_token; t < items[i].end_token; ++t)
        if (is_scored(story.story.tokens[t])) words.push_back(t);
  };
  for (std::size_t c = 0; c < attribution.content_count; ++c) add(attribution.contents[c], one.content);
  drop_leading_that(story.story, one.content);
  if (attribution.has_source()) add(attribution.source, one.source);
  one.type = type_of(story.story, story.items, one.content);
  return one;
}

// ---- the judge

struct JudgeCase {
  std::vector<std::uint32_t> features;
  bool right = false;
};

std::vector<float> train_judge(const std::vector<JudgeCase>& cases) {
  constexpr int kEpochs = 12;
  constexpr float kStep = 0.05F, kDecay = 1e-6F;
  std::vector<float> weights(kJudgeBuckets), squares(kJudgeBuckets), sums(kJudgeBuckets);
  std::vector<std::size_t> order(cases.size());
  std::iota(order.begin(), order.end(), 0);
  std::mt19937 random(11);
  for (int epoch = 0; epoch < kEpochs; ++epoch) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (std::size_t i : order) {
      float score = 0;
      for (std::uint32_t f : cases[i].features) score += weights[f];
      const float gradient = (cases[i].right ? 1.0F : 0.0F) - 1.0F / (1.0F + std::exp(-score));
      for (std::uint32_t f : cases[i].features) {
        const float g = gradient - kDecay * weights[f];
        squares[f] += g * g;
        weights[f] += kStep * g / std::sqrt(squares[f] + 1e-6F);
      }
    }
    if (epoch >= kEpochs / 2)
      for (std::size_t f = 0; f < weights.size(); ++f) sums[f] += weights[f] / (kEpochs - kEpochs / 2);
  }
  return sums;
}

struct Found {
  Scored words;
  float score = 0;
  std::vector<std::uint32_t> features;
};

// Everything the models propose in a story, not judged yet.
std::vector<Found> find_all(const GoldStory& story, const QuoteModel& model) {
  std::vector<Found> all;
  ParagraphScratch scratch;
  FeatureList features;
  for (std::size_t p = 0; p < story.items.paragraphs.size(); ++p) {
    const auto items = story.paragraph(p);
    find_attributions(items, model, scratch);
    for (const Attribution& attribution : scratch.attributions) {
      Found& found = all.emplace_back();
      found.words = scored_attribution(story, items, attribution);
      add_judge_features(items, attribution, scratch, features);
      found.features.assign(features.rows.begin(), features.rows.begin() + static_cast<std::ptrdiff_t>(features.count));
    }
  }
  return all;
}

void judge_all(std::vector<Found>& all, const std::vector<float>& weights) {
  for (Found& found : all) {
    found.score = 0;
    for (std::uint32_t f : found.features) found.score += weights[f];
  }
}

// Those above the threshold, best first, none over the words of a better one.
std::vector<const Found*> choose(const std::vector<Found>& all, float threshold) {
  std::vector<const Found*> order, chosen;
  for (const Found& found : all)
    if (found.score > threshold) order.push_back(&found);
  std::stable_sort(order.begin(), order.end(), [](const Found* a, const Found* b) { return a->score > b->score; });
  for (const Found* found : order)
    if (std::none_of(chosen.begin(), chosen.end(),
                     [&](const Found* other) { return shared(found->words.content, other->words.content) > 0; }))
      chosen.push_back(found);
  return chosen;
}

struct Tally {
  double gold = 0, found = 0, content = 0, joint = 0;
  double f1(double hits) const { return gold + found == 0 ? 0 : 2 * hits / (gold + found); }
};

struct Score {
  Tally types[3], all, core;
};

void tally(const std::vector<Scored>& gold, const std::vector<const Found*>& found, Score& score) {
  std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;
  for (std::size_t g = 0; g < gold.size(); ++g)
    for (std::size_t f = 0; f < found.size(); ++f)
      if (const double fit = jaccard(gold[g].content, found[f]->words.content); fit > 0) pairs.emplace_back(-fit, g, f);
  std::sort(pairs.begin(), pairs.end());
  std::vector<int> gold_of(found.size(), -1);
  std::vector<bool> used(gold.size());
  for (const Scored& one : gold) ++score.types[one.type].gold, ++score.all.gold, score.core.gold += one.core;
  for (const auto& [fit, g, f] : pairs) {
    if (used[g] || gold_of[f] >= 0) continue;
    used[g] = true;
    gold_of[f] = static_cast<int>(g);
    if (fit > -0.8) continue;
    const bool joint = speaker_fits(gold[g], found[f]->words);
    for (Tally* to : {&score.types[gold[g].type], &score.all}) ++to->content, to->joint += joint;
    if (gold[g].core) ++score.core.content, score.core.joint += joint;
  }
  for (std::size_t f = 0; f < found.size(); ++f) {
    const int type = gold_of[f] >= 0 ? gold[static_cast<std::size_t>(gold_of[f])].type : found[f]->words.type;
    ++score.types[type].found, ++score.all.found;
    if (gold_of[f] < 0 || gold[static_cast<std::size_t>(gold_of[f])].core) ++score.core.found;
  }
}

void print_score(std::string_view name, const Score& score) {
  const char* names[] = {"direct", "mixed", "indirect"};
  std::string line(name);
  for (int t = 0; t < 3; ++t)
    line += fmt::format("  {} {:.3f}/{:.3f}", names[t], score.types[t].f1(score.types[t].joint),
                        score.types[t].f1(score.types[t].content));
  fmt::print("{}  all {:.3f}/{:.3f}  core {:.3f}/{:.3f}\n", line, score.all.f1(score.all.joint),
             score.all.f1(score.all.content), score.core.f1(score.core.joint), score.core.f1(score.core.content));
}

// ---- the whole

std::string pack_model(const OwnedChain& labels, const OwnedChain& roles, const std::vector<float>& judge, float accept,
                       const Options& options) {
  std::string bytes;
  const auto append = [&](const void* data, std::size_t size) { bytes.append(static_cast<const char*>(data), size); };
  QuoteModelHeader header{};
  std::memcpy(header.magic, kQuoteModelMagic, sizeof kQuoteModelMagic);
  header.feature_version = kQuoteFeatureVersion;
  header.accept = accept;
  header.extra_cue_margin = options.extra_margin;
  append(&header, sizeof header);
  append(&labels.transitions, sizeof(Transitions));
  append(&roles.transitions, sizeof(Transitions));
  append(judge.data(), judge.size() * sizeof(float));
  append(labels.weights.data(), labels.weights.size());
  append(roles.weights.data(), roles.weights.size());
  return bytes;
}

struct Fold {
  OwnedChain labels, roles;
};

// What models propose in stories that they haven't seen, beside the gold; for each proposal, whether it is right.
struct HeldOut {
  std::vector<std::vector<Found>> found;  // story by story
  std::vector<std::vector<Scored>> gold;
  std::vector<JudgeCase> cases;

  Score score_at(float threshold) const {
    Score score;
    for (std::size_t i = 0; i < gold.size(); ++i) tally(gold[i], choose(found[i], threshold), score);
    return score;
  }
};

// Story i is held out of the models of fold i % models.size().
HeldOut read_held_out(const std::vector<GoldStory>& stories, const std::vector<Fold>& models, const Options& options) {
  HeldOut held_out;
  held_out.found.resize(stories.size());
  held_out.gold.resize(stories.size());
  const std::vector<float> no_judge(kJudgeBuckets);
  for (std::size_t f = 0; f < models.size(); ++f) {
    const std::string bytes = pack_model(models[f].labels, models[f].roles, no_judge, 0, options);
    const QuoteModel model(bytes);
    for (std::size_t i = f; i < stories.size(); i += models.size()) {
      const std::vector<Scored>& gold = held_out.gold[i] = scored_gold(stories[i]);
      held_out.found[i] = find_all(stories[i], model);
      for (const Found& one : held_out.found[i]) {
        const bool right = std::any_of(gold.begin(), gold.end(), [&](const Scored& g) {
          return jaccard(g.content, one.words.content) >= 0.8 && speaker_fits(g, one.words);
        });
        held_out.cases.push_back({one.features, right});
      }
    }
  }
  return held_out;
}

// The lowest of those as good as the best: a quote found in part is worth more to a reader than none.
float best_threshold(const HeldOut& held_out) {
  constexpr double kAsGood = 0.002;
  double best = 0;
  std::vector<std::pair<float, double>> thresholds;
  for (float threshold = -2.5F; threshold < 1; threshold += 0.1F) {
    const Score score = held_out.score_at(threshold);
    thresholds.emplace_back(threshold, score.all.f1(score.all.joint));
    best = std::max(best, thresholds.back().second);
  }
  return std::find_if(thresholds.begin(), thresholds.end(), [&](const auto& t) { return t.second > best - kAsGood; })
      ->first;
}

Score score_stories(const std::vector<GoldStory>& stories, const QuoteModel& model, const std::vector<float>& judge,
                    float accept) {
  Score score;
  for (const GoldStory& story : stories) {
    auto proposed = find_all(story, model);
    judge_all(proposed, judge);
    tally(scored_gold(story), choose(proposed, accept), score);
  }
  return score;
}

void run(const Options& options) {
  const std::vector<GoldStory> stories = read_gold(options.train);
  const auto folds = static_cast<std::size_t>(options.folds);
  Stories all;
  std::vector<Stories> others(folds);  // all but those of a fold
  for (std::size_t i = 0; i < stories.size(); ++i) {
    all.push_back(&stories[i]);
    for (std::size_t f = 0; f < folds; ++f)
      if (i % folds != f) others[f].push_back(&stories[i]);
  }
  std::vector<Fold> models(folds);
  for (std::size_t f = 0; f < folds; ++f) models[f].labels = train_labels(others[f], options);
  const auto unseen_labels = [&](const GoldStory& story) {
    return models[static_cast<std::size_t>(&story - stories.data()) % folds].labels.view();
  };
  for (std::size_t f = 0; f < folds; ++f) models[f].roles = train_roles(others[f], options, unseen_labels);

  HeldOut held_out = read_held_out(stories, models, options);
  const std::vector<float> judge = train_judge(held_out.cases);
  for (auto& one : held_out.found) judge_all(one, judge);
  const float accept = options.accept ? *options.accept : best_threshold(held_out);
  print_score(fmt::format("cv at {:.1f}", accept), held_out.score_at(accept));

  const OwnedChain labels = train_labels(all, options);
  const OwnedChain roles = train_roles(all, options, unseen_labels);
  const std::string bytes = pack_model(labels, roles, judge, accept, options);
  std::ofstream out(options.out, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error(options.out + ": can't be written");
  if (!options.dev.empty()) print_score("dev", score_stories(read_gold(options.dev), QuoteModel(bytes), judge, accept));
}

}  // namespace
}  // namespace wirecut

int main(int argc, char** argv) {
  wirecut::Options options;
  CLI::App app{"Trains data/model/quotes.bin"};
  app.add_option("--train", options.train)->required();
  app.add_option("--dev", options.dev);
  app.add_option("--out", options.out)->required();
  app.add_option("--epochs", options.epochs);
  app.add_option("--role-epochs", options.role_epochs);
  app.add_option("--orders", options.orders, "orders of the data to average over");
  app.add_option("--folds", options.folds)->check(CLI::Range(2, 20));
  app.add_option("--step", options.step);
  app.add_option("--extra-margin", options.extra_margin);
  app.add_option("--accept", options.accept);
  CLI11_PARSE(app, argc, argv);
  try {
    wirecut::run(options);
  } catch (const std::exception& error) {
    fmt::print(stderr, "train_quotes: {}\n", error.what());
    return 1;
  }
}

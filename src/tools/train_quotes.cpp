// Trains the model of quotes/ from stories with gold attributions.
//   train_quotes --train FOLDER [--dev FOLDER] --out data/model/quotes.bin [--orders N] [--folds N]
//   [--accept LOG_ODDS]
// FOLDER holds what quote_gold.h reads. Prints what the whole program would score on the stories of --train, each read
// by models that haven't seen it, and on those of --dev.
//
// Three models, each trained on what the one before it says of stories it hasn't seen (cross-validation by story):
// labels; the roles of a cue, given the labels; the judge, given the roles. They learn from the paragraphs that the
// program reads. Same input, same bytes: fixed seeds.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "chain_trainer.h"
#include "quote_gold.h"
#include "quote_scoring.h"
#include "quotes/label_features.h"
#include "quotes/quotes.h"
#include "run_tool.h"
#include "wirecut/analyzer.h"

namespace wirecut {

namespace {

struct Options {
  std::string train, dev, out;
  int epochs = 10;
  int role_epochs = 9;
  int folds = 4;
  int orders = 3;  // of the data, to average over
  ChainRates rates;
  int extra_margin = 50;
  float accept = -1.7F;  // the judge's threshold
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
  const auto items = story.items.of_paragraph(paragraph);
  ParagraphView view;
  view.read(items);
  std::vector<TrainingItem> sequence(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!view[i].is_quiet) add_label_features(view.at(i), sequence[i].features);
    sequence[i].state = transition_state(view.at(i));
    sequence[i].allowed = static_cast<std::uint8_t>(allowed_labels(items[i].is_unit()));
  }
  for (const GoldQuote& quote : story.quotes) {
    if (quote.paragraph != paragraph || quote.cue_items.end == 0) continue;
    for (const ItemRange& range : quote.content_items) set_run(sequence, range, 5);
    set_run(sequence, quote.source_items, 1);
    set_run(sequence, quote.cue_items, 3);
  }
  for_each_run(view, [&](std::size_t first, std::size_t end) {
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
  const auto learn = [&](const GoldStory& story, ChainTrainer& trainer, double& sum) {
    for (std::uint32_t p = 0; p < story.items.paragraphs.size(); ++p)
      if (is_read(story.items, p))
        for_each_label_sequence(story, p, [&](const auto& sequence) { sum += trainer.learn(sequence); });
  };
  return train_chain("labels", {kLabelShape, kLabelRows, options.rates}, stories, options.epochs, options.orders,
                     learn);
}

// ---- roles

void make_role_sequence(const ParagraphView& view, const GoldQuote& quote, std::vector<TrainingItem>& sequence) {
  const CueView cue = view_cue(view, quote.cue_items.first, quote.cue_items.end);
  const ItemRange window = role_window(view, cue.first, cue.end);
  sequence.assign(view.size(), {});
  for (std::uint32_t i = 0; i < view.size(); ++i)
    sequence[i].allowed = static_cast<std::uint8_t>(allowed_roles(view[i].is_unit));
  for (const ItemRange& range : quote.content_items) set_run(sequence, range, 3);
  set_run(sequence, quote.source_items, 1);
  for (std::uint32_t i = cue.first; i < cue.end; ++i) sequence[i].gold = 0, sequence[i].fixed = true;
  sequence.erase(sequence.begin() + window.end, sequence.end());
  sequence.erase(sequence.begin(), sequence.begin() + window.first);
  for (std::uint32_t i = window.first; i < window.end; ++i) {
    TrainingItem& item = sequence[i - window.first];
    item.state = transition_state(view.at(i));
    if (item.fixed) continue;
    FeatureList of_item;
    const CuePlace place = place_at(view, cue, i);
    add_item_features(view.at(i), of_item);
    add_cue_features(cue, place, item.features);
    add_role_features(view.at(i), cue, place, item.features);
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
      if (quote.cue_items.end == 0 || !is_read(story.items, quote.paragraph)) continue;
      const auto items = story.items.of_paragraph(quote.paragraph);
      if (labelled != quote.paragraph) label_paragraph(items, labels_of(story), scratch);
      labelled = quote.paragraph;
      if (scratch.view[quote.cue_items.first].is_quiet) continue;  // the program proposes no cue there
      make_role_sequence(scratch.view, quote, sequence);
      sum += trainer.learn(sequence);
    }
  };
  return train_chain("roles", {kRoleShape, kRoleRows, options.rates}, stories, options.role_epochs, options.orders,
                     learn);
}

// ---- the judge

struct JudgeCase {
  std::vector<std::uint32_t> features;
  bool right = false;
};

// Few epochs of small steps: with more, or without a decay, the judge learns its cases by heart and finds less in
// stories that it hasn't seen.
std::vector<float> train_judge(const std::vector<JudgeCase>& cases) {
  constexpr int kEpochs = 5;
  constexpr float kStep = 0.02F, kDecay = 0.01F;
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

// Adds what the models propose in a story, each with whether it is right, to `cases`.
void add_cases(const GoldStory& story, const Lexicon& lexicon, const QuoteModel& model, std::vector<JudgeCase>& cases) {
  const std::vector<Scored> gold = gold_in_words(story);
  ParagraphScratch scratch;
  FeatureList features;
  for (std::size_t p = 0; p < story.items.paragraphs.size(); ++p) {
    if (!is_read(story.items, p)) continue;
    const auto items = story.items.of_paragraph(p);
    find_attributions(items, lexicon, model, scratch);
    for (const Attribution& attribution : scratch.attributions) {
      JudgeCase& one = cases.emplace_back();
      const Scored found = in_words(story, items, attribution);
      one.right = std::any_of(gold.begin(), gold.end(), [&](const Scored& g) {
        return jaccard(g.content, found.content) >= 0.8 && speaker_fits(g, found);
      });
      add_judge_features(items, attribution, scratch, features);
      one.features.assign(features.rows.begin(), features.rows.begin() + static_cast<std::ptrdiff_t>(features.count));
    }
  }
}

// ---- the whole

std::string pack_model(const OwnedChain& labels, const OwnedChain& roles, const std::vector<float>& judge,
                       const Options& options) {
  std::string bytes;
  const auto append = [&](const void* data, std::size_t size) { bytes.append(static_cast<const char*>(data), size); };
  QuoteModelHeader header{};
  std::memcpy(header.magic, kQuoteModelMagic, sizeof kQuoteModelMagic);
  header.feature_version = kQuoteFeatureVersion;
  header.accept = options.accept;
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
  std::vector<JudgeCase> cases;  // what they propose in the stories that they haven't seen
};

// Scores what the whole program finds in story i with models[i % models.size()].
Score score_stories(const std::vector<GoldStory>& stories, const Lexicon& lexicon,
                    const std::vector<std::string>& models) {
  Score score;
  const auto scratch = make_quote_scratch();
  std::vector<Scored> found;
  for (std::size_t i = 0; i < stories.size(); ++i) {
    found.clear();
    const QuoteModel model(models[i % models.size()]);
    for (const Quote& quote : find_quotes(stories[i].story, lexicon, model, *scratch))
      found.push_back(in_words(stories[i], quote));
    tally(gold_in_words(stories[i]), found, score);
  }
  return score;
}

// Story i is of fold i % folds, and the models of a fold have learnt from all the others.
std::vector<Fold> train_folds(const std::vector<GoldStory>& stories, const Lexicon& lexicon, const Options& options) {
  std::vector<Fold> folds(static_cast<std::size_t>(options.folds));
  std::vector<Stories> others(folds.size());
  for (std::size_t i = 0; i < stories.size(); ++i)
    for (std::size_t f = 0; f < folds.size(); ++f)
      if (i % folds.size() != f) others[f].push_back(&stories[i]);
  for (std::size_t f = 0; f < folds.size(); ++f) folds[f].labels = train_labels(others[f], options);
  const std::vector<float> no_judge(kJudgeBuckets);
  for (std::size_t f = 0; f < folds.size(); ++f) {
    folds[f].roles = train_roles(others[f], options, [&](const GoldStory& story) {
      return folds[static_cast<std::size_t>(&story - stories.data()) % folds.size()].labels.view();
    });
    const std::string bytes = pack_model(folds[f].labels, folds[f].roles, no_judge, options);
    const QuoteModel model(bytes);
    for (std::size_t i = f; i < stories.size(); i += folds.size())
      add_cases(stories[i], lexicon, model, folds[f].cases);
  }
  return folds;
}

// Judges by the cases of all folds but `left_out`.
std::vector<float> train_judge(const std::vector<Fold>& folds, std::size_t left_out) {
  std::vector<JudgeCase> cases;
  for (std::size_t f = 0; f < folds.size(); ++f)
    if (f != left_out) cases.insert(cases.end(), folds[f].cases.begin(), folds[f].cases.end());
  return train_judge(cases);
}

void run(const Options& options) {
  const std::vector<GoldStory> stories = read_gold(options.train);
  const Lexicon lexicon(embedded_bytes());
  const std::vector<Fold> folds = train_folds(stories, lexicon, options);
  std::vector<std::string> unseen;
  for (std::size_t f = 0; f < folds.size(); ++f)
    unseen.push_back(pack_model(folds[f].labels, folds[f].roles, train_judge(folds, f), options));
  print_score("held out", score_stories(stories, lexicon, unseen));

  Stories all;
  for (const GoldStory& story : stories) all.push_back(&story);
  const OwnedChain labels = train_labels(all, options);
  const OwnedChain roles = train_roles(all, options, [&](const GoldStory& story) {
    return folds[static_cast<std::size_t>(&story - stories.data()) % folds.size()].labels.view();
  });
  const std::string bytes = pack_model(labels, roles, train_judge(folds, folds.size()), options);
  write_file(options.out, bytes);
  if (!options.dev.empty()) print_score("dev     ", score_stories(read_gold(options.dev), lexicon, {bytes}));
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
  app.add_option("--step", options.rates.step);
  app.add_option("--dropout", options.rates.dropout);
  app.add_option("--decay", options.rates.decay);
  app.add_option("--extra-margin", options.extra_margin);
  app.add_option("--accept", options.accept);
  CLI11_PARSE(app, argc, argv);
  return wirecut::run_tool("train_quotes", [&] { wirecut::run(options); });
}

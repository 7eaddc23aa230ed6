// What all tests share: a story from its text, run through the pipeline and held against the contract.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "validate.h"
#include "wirecut/analyzer.h"

namespace wirecut::test {

inline const Analyzer& analyzer() {
  static const Analyzer instance;
  return instance;
}

// `published`: "2019-05-02", or empty for a story that carries no day.
inline Story analyze(std::string_view text, std::string_view published = "", AnalyzeOptions options = {}) {
  static const std::shared_ptr<Analyzer::Scratch> scratch = analyzer().make_scratch();
  Story story;
  story.id = "test";
  story.text = text;
  story.metadata.published = published;
  analyzer().analyze(story, options, *scratch);
  for (const std::string& fault : validate(story)) ADD_FAILURE() << fault << "\n  in: " << text.substr(0, 200);
  return story;
}

}  // namespace wirecut::test

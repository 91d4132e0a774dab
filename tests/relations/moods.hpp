// Rows of a text, a word in it, and what a climb from the word makes of the status.
#pragma once

#include <initializer_list>
#include <string>

#include <doctest/doctest.h>

#include <entente/relations/modality.hpp>

#include "relations/scene.hpp"

namespace entente::test {

struct MoodRow {
  const char* text;
  const char* word;
  const char* mood;  // where to go on from, the status so far, and "!" where negations above say nothing of the word
};

// `climb` is given the reading, the word, the mood and the polarity, and returns where to go on from.
template <typename Climb>
void check_moods(std::initializer_list<MoodRow> rows, Climb climb) {
  for (const auto& [text, word, expected] : rows) {
    CAPTURE(text);
    const SceneReading it(text);
    Modality mood;
    bool polarity = true;
    const TokenId next = climb(it.reading, it.at(word), mood, polarity);
    CHECK(it.form(next) + " " + std::string(status_name(mood.status())) + (polarity ? "" : " !") == expected);
  }
}

}  // namespace entente::test

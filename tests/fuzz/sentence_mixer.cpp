#include "fuzz/sentence_mixer.hpp"

#include <algorithm>
#include <numeric>

namespace entente::fuzz {

namespace {

using Random = std::mt19937_64;
using Difference = Words::difference_type;

// The standard distributions differ between libraries; this is the same everywhere.
std::size_t below(Random& random, std::size_t bound) { return bound == 0 ? 0 : random() % bound; }

// A piece of at least one word.
Words cut(const Words& words, Random& random) {
  const std::size_t begin = below(random, words.size());
  const std::size_t end = begin + 1 + below(random, words.size() - begin);
  return {words.begin() + static_cast<Difference>(begin), words.begin() + static_cast<Difference>(end)};
}

// Without up to three words.
Words thin(Words words, Random& random) {
  for (std::size_t times = 1 + below(random, 3); times > 0 && words.size() > 1; --times) {
    words.erase(words.begin() + static_cast<Difference>(below(random, words.size())));
  }
  return words;
}

// A few words next to each other, or all of them, in another order.
Words shuffle(Words words, Random& random) {
  const std::size_t begin = below(random, 2) == 0 ? 0 : below(random, words.size());
  const std::size_t end = begin == 0 ? words.size() : std::min(words.size(), begin + 2 + below(random, 5));
  for (std::size_t i = begin; i < end; ++i) {
    std::swap(words[i], words[i + below(random, end - i)]);
  }
  return words;
}

// The begin of one and the end of another.
Words join(const Words& first, const Words& second, Random& random) {
  Words words(first.begin(), first.begin() + static_cast<Difference>(1 + below(random, first.size())));
  words.insert(words.end(), second.begin() + static_cast<Difference>(below(random, second.size())), second.end());
  return words;
}

// A piece of another somewhere inside.
Words graft(Words words, const Words& other, Random& random) {
  const Words piece = cut(other, random);
  words.insert(words.begin() + static_cast<Difference>(below(random, words.size() + 1)), piece.begin(), piece.end());
  return words;
}

}  // namespace

const Words& SentenceMixer::any(Random& random) const { return sentences_[below(random, sentences_.size())]; }

Words SentenceMixer::mixed(Random& random) const {
  const Words& first = any(random);
  switch (below(random, 6)) {
    case 0:
    case 1:
      return cut(first, random);
    case 2:
      return thin(first, random);
    case 3:
      return shuffle(first, random);
    case 4:
      return join(first, any(random), random);
    default:
      return graft(first, any(random), random);
  }
}

std::string SentenceMixer::text(std::size_t number) const {
  Random random(20261129 + number);
  std::string text;
  for (std::size_t left = below(random, 4) == 0 ? 1 + below(random, 3) : 1; left > 0; --left) {
    const Words words = mixed(random);
    text = std::accumulate(words.begin(), words.end(), std::move(text));
    if (left > 1) {
      text += below(random, 4) == 0 ? "\n\n" : ". ";
    }
  }
  return text;
}

}  // namespace entente::fuzz

// Finds words that differ by one typing error: one letter too many, or two letters in the wrong order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// Does one typing error make b of a: "netanyahu" and "netanayhu", "maritime" and "martime"? A final "s" is not an
// error, and words under six letters never match.
bool is_slip(std::string_view a, std::string_view b);

class SlipIndex {
 public:
  void add(std::string_view word, std::uint32_t id);
  // The ids of the words that differ from `word` by one error, in the order of adding, each once.
  std::vector<std::uint32_t> find(std::string_view word) const;

 private:
  struct Entry {
    std::string word;
    std::uint32_t id;
  };
  std::vector<Entry> entries_;
  // a word, or a word without one of its letters → entries_
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_part_;
};

}  // namespace entente

// A map from words to small values that is filled once and asked often, without a copy of the words.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include <entente/base/hash.hpp>

namespace entente::inline v0_1 {

// Open addressing with linear probing over a power of two, never more than half full. The words must outlive it.
template <typename Value>
class WordTable {
 public:
  explicit WordTable(std::size_t words = 64) : slots_(std::bit_ceil(std::max<std::size_t>(words, 8) * 2)) {}

  // The value of the word; a new one is made where there is none.
  Value& operator[](std::string_view word) {
    if ((size_ + 1) * 2 > slots_.size()) {
      grow();
    }
    Slot& slot = slots_[place(word, hash_bytes(word))];
    if (slot.hash == 0) {
      slot = {hash_bytes(word) | 1U, word, Value{}};
      ++size_;
    }
    return slot.value;
  }

  // The value of the word, or null.
  const Value* find(std::string_view word) const {
    const Slot& slot = slots_[place(word, hash_bytes(word))];
    return slot.hash == 0 ? nullptr : &slot.value;
  }
  bool contains(std::string_view word) const { return find(word) != nullptr; }
  std::size_t size() const { return size_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;  // 0: empty
    std::string_view word;
    Value value{};
  };

  std::size_t place(std::string_view word, std::uint64_t hash) const {
    std::size_t at = (hash >> 1U) & (slots_.size() - 1);
    while (slots_[at].hash != 0 && (slots_[at].hash != (hash | 1U) || slots_[at].word != word)) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (Slot& slot : old) {
      if (slot.hash != 0) {
        slots_[place(slot.word, slot.hash)] = slot;
      }
    }
  }

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

}  // namespace entente

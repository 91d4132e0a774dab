// The learned weights for splitting words and sentences: the section "splitter" of the model, used in place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <entente/model/model.hpp>

namespace entente::inline v0_1 {

inline constexpr const char* SplitterSection = "splitter";
inline constexpr std::uint32_t SplitterVersion = 2;

// A feature is the 64-bit hash of the number of its template and of its values.
using Feature = std::uint64_t;

// The feature of a template with up to three values.
constexpr Feature feature(std::uint64_t tmpl, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
  std::uint64_t h = (a + tmpl * 0x9e3779b97f4a7c15ULL) * 0xbf58476d1ce4e5b9ULL;
  h = (h ^ (h >> 29U) ^ b) * 0x94d049bb133111ebULL;
  h = (h ^ (h >> 31U) ^ c) * 0xd6e8feb86659fd93ULL;
  return h ^ (h >> 32U);
}

// The features of one decision, at most Capacity.
class FeatureList {
 public:
  static constexpr std::size_t Capacity = 64;
  void clear() { size_ = 0; }
  void add(Feature f) { features_[size_++] = f; }
  std::span<const Feature> view() const { return {features_, size_}; }

 private:
  Feature features_[Capacity];
  std::size_t size_ = 0;
};

// The layout of the section, little-endian: a SplitterHeader, then weight_slots × WeightSlot, then class_slots ×
// ClassSlot. Both are hash tables with open addressing: a search begins at slot_of(hash) and looks at MaxProbes slots.
// A tag of 0 marks an empty slot. slot_of never gives one of the last MaxProbes slots, so no search leaves the table.
struct SplitterHeader {
  std::uint32_t weight_slots = 0;
  std::uint32_t class_slots = 0;
  std::int32_t word_threshold = 0;      // a gap with a higher score is between two words
  std::int32_t sentence_threshold = 0;  // a gap with a higher score ends a sentence
};
// The weight of a feature.
struct WeightSlot {
  std::uint16_t tag = 0;  // top bits of the feature
  std::int16_t weight = 0;
};
// The class of a word.
struct ClassSlot {
  std::uint16_t tag = 0;
  std::uint16_t word_class = 0;
};
inline constexpr std::size_t MaxProbes = 16;

// The tag of a hash, which is never 0.
constexpr std::uint16_t slot_tag(std::uint64_t hash) {
  const auto tag = static_cast<std::uint16_t>(hash >> 48U);
  return tag == 0 ? std::uint16_t{1} : tag;
}

// Where the search for a hash begins in a table of so many slots (more than MaxProbes).
constexpr std::size_t slot_of(std::uint64_t hash, std::size_t slots) {
  return static_cast<std::size_t>(((hash & 0xFFFFFFFFU) * (slots - MaxProbes)) >> 32U);
}

// A view of the section; the bytes of the model must outlive it. Many threads may share one.
class SplitModel {
 public:
  // Throws Error (BadModel) if the parts of the section do not fit together.
  explicit SplitModel(std::span<const std::byte> section);

  // The sum of the weights of the features; an unknown feature has the weight 0.
  std::int32_t score(std::span<const Feature> features) const {
    std::int32_t sum = 0;
    for (const Feature f : features) {
      sum += weight(f);
    }
    return sum;
  }
  // The class of the word with that form_hash, by the training texts; 0 for an unknown word.
  std::uint16_t word_class(std::uint64_t form) const;
  std::int32_t word_threshold() const { return header_.word_threshold; }
  std::int32_t sentence_threshold() const { return header_.sentence_threshold; }

 private:
  std::int32_t weight(Feature f) const {
    const std::uint16_t tag = slot_tag(f);
    const WeightSlot* const first = weights_.data() + slot_of(f, weights_.size());
    for (std::size_t probe = 0; probe < MaxProbes; ++probe) {
      const WeightSlot& slot = first[probe];
      if (slot.tag == tag) {
        return slot.weight;
      }
      if (slot.tag == 0) {
        break;
      }
    }
    return 0;
  }

  SplitterHeader header_;
  std::span<const WeightSlot> weights_;
  std::span<const ClassSlot> classes_;
};

}  // namespace entente

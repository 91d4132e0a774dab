#include <entente/text/split_model.hpp>

#include <cstring>

#include <entente/base/error.hpp>

namespace entente::inline v0_1 {

SplitModel::SplitModel(std::span<const std::byte> section) {
  constexpr std::uint32_t MaxSlots = 1U << 24U;
  const auto refuse = [](const char* what) { throw Error(ErrorCode::BadModel, SplitterSection, what); };
  if (section.size() < sizeof(SplitterHeader)) {
    refuse("the section is too short for its header; train or install the model again");
  }
  std::memcpy(&header_, section.data(), sizeof header_);
  if (header_.weight_slots > MaxSlots || header_.class_slots > MaxSlots || header_.weight_slots <= MaxProbes ||
      header_.class_slots <= MaxProbes) {
    refuse("the tables claim an impossible size; train or install the model again");
  }
  const std::size_t weights = header_.weight_slots;
  const std::size_t classes = header_.class_slots;
  if (section.size() != sizeof header_ + weights * sizeof(WeightSlot) + classes * sizeof(ClassSlot)) {
    refuse("the section's size does not fit its tables; train or install the model again");
  }
  const std::byte* at = section.data() + sizeof header_;
  weights_ = {reinterpret_cast<const WeightSlot*>(at), weights};
  classes_ = {reinterpret_cast<const ClassSlot*>(at + weights * sizeof(WeightSlot)), classes};
}

std::uint16_t SplitModel::word_class(std::uint64_t form) const {
  const std::uint16_t tag = slot_tag(form);
  for (std::size_t probe = 0; probe < MaxProbes; ++probe) {
    const ClassSlot& slot = classes_[slot_of(form, classes_.size()) + probe];
    if (slot.tag == tag) {
      return slot.word_class;
    }
    if (slot.tag == 0) {
      break;
    }
  }
  return 0;
}

}  // namespace entente

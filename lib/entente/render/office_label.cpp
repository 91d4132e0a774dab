// How offices are worded under a name.
#include <entente/render/office_label.hpp>

#include <string_view>

#include <entente/graph/wording.hpp>

namespace entente::inline v0_1 {

std::string office_label(const RelationType& type, Status status, const std::string& target) {
  std::string_view label = type.label;
  for (const std::string_view filler : {"is located ", "is a ", "is an ", "is "}) {
    if (label.starts_with(filler)) {
      label.remove_prefix(filler.size());
      break;
    }
  }
  const bool noun = label.size() < type.label.size();
  const auto words = status != Status::Ended ? std::string(label)
                     : noun                  ? "former " + std::string(label)
                                             : ended_label(type.label);
  return words + " " + target;
}

}  // namespace entente

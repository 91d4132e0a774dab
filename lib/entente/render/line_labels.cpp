// How relations are worded on a line, and under a name.
#include <entente/render/line_labels.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include <entente/render/lettering.hpp>

namespace entente {

namespace {

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

// "dismisses" → "dismiss", "denies" → "deny", "visits" → "visit".
std::string infinitive(const std::string& verb) {
  if (ends_with_any(verb, {"sses", "shes", "ches", "xes", "zzes"})) {
    return verb.substr(0, verb.size() - 2);
  }
  if (verb.ends_with("ies")) {
    return verb.substr(0, verb.size() - 3) + "y";
  }
  return verb.ends_with("s") ? verb.substr(0, verb.size() - 1) : verb;
}

}  // namespace

std::string negated_label(const std::string& label) {
  const auto space = std::min(label.find(' '), label.size());
  const auto verb = label.substr(0, space);
  const auto rest = label.substr(space);
  if (verb == "is" || verb == "was" || verb == "has") {
    return verb + " not" + rest;
  }
  if (verb.ends_with("ed")) {
    return "did not " + verb.substr(0, verb.size() - 2) + rest;
  }
  return verb.ends_with("s") ? "does not " + infinitive(verb) + rest : "not: " + label;
}

std::string ended_label(const std::string& label) {
  const auto space = std::min(label.find(' '), label.size());
  const auto verb = label.substr(0, space);
  const auto rest = label.substr(space);
  if (verb == "is" || verb == "has") {
    return "used to " + std::string(verb == "is" ? "be" : "have") + rest;
  }
  return verb.ends_with("s") && verb != "was" ? "used to " + infinitive(verb) + rest : "formerly: " + label;
}

std::string relation_label(const Relation& relation, const RelationType& type) {
  const bool typed = type.name == relation.type && !type.label.empty() && type.name != "other";
  const auto label = cleaned(typed ? type.label : relation.predicate.empty() ? relation.type : relation.predicate);
  return relation.status == Status::Negated ? negated_label(label)
         : relation.status == Status::Ended ? ended_label(label)
                                            : label;
}

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

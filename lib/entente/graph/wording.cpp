#include <entente/graph/wording.hpp>

#include <algorithm>
#include <initializer_list>

namespace entente::inline v0_1 {

namespace {

// A saved network has no traits, but the vocabulary has those of the types that ship.
bool is_lasting(const RelationType& type) {
  return type.traits.lasting || shipped_relation_types().named(type.name).traits.lasting;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

// "dismisses" → "dismiss", "denies" → "deny", "vetoes" → "veto", "visits" → "visit".
std::string infinitive(const std::string& verb) {
  if (ends_with_any(verb, {"sses", "shes", "ches", "xes", "zzes", "oes"})) {
    return verb.substr(0, verb.size() - 2);
  }
  if (verb.ends_with("ies")) {
    return verb.substr(0, verb.size() - 3) + "y";
  }
  return verb.ends_with("s") ? verb.substr(0, verb.size() - 1) : verb;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// "be" → "is", "carry" → "carries", "veto" → "vetoes", "pick" → "picks".
std::string third_person(const std::string& verb) {
  if (verb == "be" || verb == "have") {
    return verb == "be" ? "is" : "has";
  }
  const bool after_consonant = verb.size() > 1 && !is_vowel(verb[verb.size() - 2]);
  if (after_consonant && verb.ends_with("y")) {
    return verb.substr(0, verb.size() - 1) + "ies";
  }
  const bool hissing = ends_with_any(verb, {"s", "x", "z", "ch", "sh"});
  return verb + (hissing || (after_consonant && verb.ends_with("o")) ? "es" : "s");
}

struct Split {
  std::string verb;
  std::string rest;  // with the space before it
};

Split split_verb(std::string_view label) {
  const auto space = std::min(label.find(' '), label.size());
  return {std::string(label.substr(0, space)), std::string(label.substr(space))};
}

}  // namespace

bool tells_when(const RelationType& type, const TimeExpression& time) {
  constexpr std::size_t Year = 4;  // of "2023-03-18"
  const bool over = !time.from.empty() && !time.to.empty() && time.from.substr(0, Year) == time.to.substr(0, Year);
  const bool undated = time.from.empty() && time.to.empty();  // "on Friday", in an article without a date
  return !is_lasting(type) || !(over || undated);
}

std::string in_third_person(std::string_view predicate) {
  const auto [verb, rest] = split_verb(predicate);
  return verb.empty() ? rest : third_person(verb) + rest;
}

std::string negated_label(const std::string& label) {
  const auto [verb, rest] = split_verb(label);
  if (verb == "is" || verb == "was" || verb == "has") {
    return verb + " not" + rest;
  }
  if (verb.ends_with("ed")) {
    return "did not " + verb.substr(0, verb.size() - 2) + rest;
  }
  return verb.ends_with("s") ? "does not " + infinitive(verb) + rest : "not: " + label;
}

std::string ended_label(const std::string& label) {
  const auto [verb, rest] = split_verb(label);
  if (verb == "is" || verb == "has") {
    return "used to " + std::string(verb == "is" ? "be" : "have") + rest;
  }
  return verb.ends_with("s") && verb != "was" ? "used to " + infinitive(verb) + rest : "formerly: " + label;
}

std::string plain_label(const Relation& relation, const RelationType& type) {
  if (type.name == relation.type && !type.label.empty() && !is_untyped(type.name)) {
    return type.label;
  }
  return relation.predicate.empty() ? relation.type : in_third_person(relation.predicate);
}

std::string relation_label(const Relation& relation, const RelationType& type) {
  const auto label = plain_label(relation, type);
  return relation.status == Status::Negated ? negated_label(label)
         : relation.status == Status::Ended ? ended_label(label)
                                            : label;
}

}  // namespace entente

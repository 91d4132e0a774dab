#include <entente/tagging/tagging.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace entente::inline v0_1 {

namespace {

constexpr std::array<std::string_view, UposCount> UposNames = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
};

template <typename Value>
using Values = std::initializer_list<std::pair<std::string_view, Value>>;

// The value of that name, or `other`: Value::Unset for a value that the rules do not use, such as Case=Gen.
template <typename Value>
Value value_of(std::string_view text, Values<Value> values, Value other = Value::Unset) {
  const auto* const found = std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == text; });
  return found == values.end() ? other : found->second;
}

void set_feature(Features& features, std::string_view name, std::string_view value) {
  if (name == "Number") {
    // Plurale tantum ("troops", "talks") agrees as a plural.
    features.number =
        value_of<Number>(value, {{"Sing", Number::Singular}, {"Plur", Number::Plural}, {"Ptan", Number::Plural}});
  } else if (name == "Person") {
    features.person = value_of<Person>(value, {{"1", Person::First}, {"2", Person::Second}, {"3", Person::Third}});
  } else if (name == "Gender") {
    features.gender =
        value_of<Gender>(value, {{"Fem", Gender::Feminine}, {"Masc", Gender::Masculine}, {"Neut", Gender::Neuter}});
  } else if (name == "Case") {
    features.case_ = value_of<Case>(value, {{"Nom", Case::Nominative}, {"Acc", Case::Accusative}});
  } else if (name == "Tense") {
    features.tense = value_of<Tense>(value, {{"Past", Tense::Past}, {"Pres", Tense::Present}});
  } else if (name == "VerbForm") {
    features.verb_form = value_of<VerbForm>(value, {{"Fin", VerbForm::Finite},
                                                    {"Inf", VerbForm::Infinitive},
                                                    {"Part", VerbForm::Participle},
                                                    {"Ger", VerbForm::Gerund}});
  } else if (name == "Mood") {
    features.mood =
        value_of<Mood>(value, {{"Ind", Mood::Indicative}, {"Imp", Mood::Imperative}, {"Sub", Mood::Subjunctive}});
  } else if (name == "PronType") {
    features.pron_type = value_of<PronType>(value,
                                            {{"Art", PronType::Article},
                                             {"Dem", PronType::Demonstrative},
                                             {"Int", PronType::Interrogative},
                                             {"Prs", PronType::Personal},
                                             {"Rel", PronType::Relative}},
                                            PronType::Other);
  } else if (name == "Degree") {
    features.degree = value_of<Degree>(
        value, {{"Pos", Degree::Positive}, {"Cmp", Degree::Comparative}, {"Sup", Degree::Superlative}});
  } else if (name == "Voice") {
    features.passive = value == "Pass";
  } else if (name == "Poss") {
    features.possessive = value == "Yes";
  } else if (name == "Reflex") {
    features.reflexive = value == "Yes";
  } else if (name == "Polarity") {
    features.negative = value == "Neg";
  }
}

}  // namespace

std::string_view upos_name(Upos upos) { return UposNames[static_cast<std::size_t>(upos)]; }

Upos upos_of(std::string_view name) {
  const auto* const found = std::find(UposNames.begin(), UposNames.end(), name);
  return found == UposNames.end() ? Upos::X : static_cast<Upos>(found - UposNames.begin());
}

Features parse_features(std::string_view text) {
  Features features;
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find('|'));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos) {
      set_feature(features, pair.substr(0, equals), pair.substr(equals + 1));
    }
  }
  return features;
}

}  // namespace entente

#include <entente/tagging/lemmatizer.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/letters.hpp>
#include <entente/tagging/lemma_table.hpp>

namespace entente::inline v0_1 {

namespace {

using namespace lemma_table;

constexpr std::uint32_t NotFound = 0xffffffffU;

template <typename T>
T read_at(std::span<const std::byte> bytes, std::size_t index) {
  T value;
  std::memcpy(&value, bytes.data() + index * sizeof(T), sizeof value);
  return value;
}

[[noreturn]] void refuse(const std::string& where, const std::string& what) {
  throw Error(ErrorCode::BadModel, where,
              fmt::format("section '{}': {}; train or install the model again", SectionName, what));
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

}  // namespace

Lemmatizer::Lemmatizer(const Model& model) : Lemmatizer(model.section(SectionName, SectionVersion)) {}

Lemmatizer::Lemmatizer(std::span<const std::byte> section, const std::string& where) {
  if (section.size() < sizeof(Header)) {
    refuse(where, "its header is cut off");
  }
  const auto header = read_at<Header>(section, 0);
  const std::uint64_t rules = std::uint64_t{header.rule_count} * sizeof(Rule);
  const std::uint64_t slots = header.slot_count;
  const std::uint64_t expected = sizeof(Header) + rules + slots * 6 + header.pool_size;
  if (section.size() != expected) {
    refuse(where, fmt::format("{} bytes where its header asks for {}", section.size(), expected));
  }
  if (!std::has_single_bit(slots) || header.rule_count >= KnownStem) {
    refuse(where, "the size of its table makes no sense");
  }
  rules_ = section.subspan(sizeof(Header), rules);
  fingerprints_ = section.subspan(sizeof(Header) + rules, slots * 4);
  values_ = section.subspan(sizeof(Header) + rules + slots * 4, slots * 2);
  pool_ = {reinterpret_cast<const char*>(section.data() + (expected - header.pool_size)), header.pool_size};
  mask_ = slots - 1;
  for (std::size_t i = 0; i < header.rule_count; ++i) {
    const auto rule = read_at<Rule>(rules_, i);
    if (rule.letters > CaseRule::NoCommas || std::uint64_t{rule.pool_offset} + rule.append > header.pool_size) {
      refuse(where, fmt::format("rule {} is damaged", i));
    }
  }
  bool has_empty = false;
  for (std::size_t i = 0; i < slots; ++i) {
    const bool empty = read_at<std::uint32_t>(fingerprints_, i) == EmptyFingerprint;
    const auto value = read_at<std::uint16_t>(values_, i);
    has_empty = has_empty || empty;
    if (!empty && value >= header.rule_count && value != KnownStem) {
      refuse(where, fmt::format("slot {} asks for rule {} of {}", i, value, header.rule_count));
    }
  }
  if (!has_empty) {
    refuse(where, "its table has no empty slot");
  }
}

std::uint32_t Lemmatizer::find(std::uint64_t key) const {
  const std::uint32_t wanted = fingerprint(key);
  for (std::uint64_t slot = key & mask_;; slot = (slot + 1) & mask_) {
    const auto found = read_at<std::uint32_t>(fingerprints_, slot);
    if (found == wanted) {
      return read_at<std::uint16_t>(values_, slot);
    }
    if (found == EmptyFingerprint) {
      return NotFound;
    }
  }
}

bool Lemmatizer::is_known_stem(std::string_view lemma, Upos upos) const {
  return find(key(hash_bytes(lemma), group(Kind::Stem, upos, 0, Shape::Any))) == KnownStem;
}

// The rule for exactly this word, or NotFound.
std::uint32_t Lemmatizer::find_word(std::string_view form, std::string_view lower, Upos upos,
                                    std::uint32_t features) const {
  const std::uint64_t form_hash = hash_bytes(form);
  std::uint32_t rule = find(key(form_hash, group(Kind::ExactForm, upos, features, Shape::Any)));
  if (rule == NotFound) {
    const std::uint64_t lower_hash = form == lower ? form_hash : hash_bytes(lower);
    rule = find(key(lower_hash, group(Kind::LowerForm, upos, features, Shape::Any)));
    if (rule == NotFound) {
      rule = find(key(lower_hash, group(Kind::AnyFeatures, upos, AnyClass, Shape::Any)));
    }
  }
  return rule;
}

// The rule for the longest known suffix within the group of keys, or NotFound.
std::uint32_t Lemmatizer::find_suffix(std::string_view lower, std::uint32_t key_group) const {
  std::uint32_t best = find(key(SuffixStart, key_group));
  if (best == NotFound) {
    return NotFound;  // nothing was learned about the group
  }
  std::uint64_t hash = SuffixStart;
  for (std::size_t length = 1; length <= std::min(MaxSuffix, lower.size() + 1); ++length) {
    hash = add_suffix_byte(hash, length > lower.size() ? WordBegin : lower[lower.size() - length]);
    const std::uint32_t rule = find(key(hash, key_group));
    best = rule == NotFound ? best : rule;
  }
  return best;
}

// The rule for the suffix, first by the most specific group; NotFound where no group knows it.
std::uint32_t Lemmatizer::find_ending(std::string_view form, std::string_view lower, Upos upos,
                                      std::uint32_t features) const {
  for (const auto& [feature_group, shape] :
       {std::pair(features, shape_of(form)), std::pair(features, Shape::Any), std::pair(AnyClass, Shape::Any)}) {
    const std::uint32_t rule = find_suffix(lower, group(Kind::Suffix, upos, feature_group, shape));
    if (rule != NotFound) {
      return rule;
    }
  }
  return NotFound;
}

// Puts the lemma that the rule makes of the form into `out`. False where the rule does not fit the form.
bool Lemmatizer::apply(std::uint32_t index, std::string_view form, std::string_view lower, std::string& out) const {
  const auto rule = read_at<Rule>(rules_, index);
  out.clear();
  switch (rule.letters) {
    case CaseRule::Keep:
      out = form;
      break;
    case CaseRule::Lower:
      out = lower;
      break;
    case CaseRule::Title:
      append_title(out, form);
      break;
    case CaseRule::Drop:
      break;
    case CaseRule::NoCommas:
      std::copy_if(form.begin(), form.end(), std::back_inserter(out), [](char c) { return c != ','; });
      break;
  }
  if (rule.strip > out.size()) {
    return false;
  }
  const std::size_t kept = out.size() - rule.strip;
  if (kept < out.size() && (static_cast<unsigned char>(out[kept]) & 0xC0U) == 0x80U) {
    return false;  // would cut a letter of several bytes
  }
  out.resize(kept);
  out += pool_.substr(rule.pool_offset, rule.append);
  return !out.empty();
}

// Corrects what remains of a verb after its ending was removed, by the list of known stems: "provok" of "provoked" to
// "provoke", "stopp" of "stopped" to "stop".
void Lemmatizer::correct_stem(std::string& lemma) const {
  const std::size_t size = lemma.size();
  if (size < 3) {
    return;
  }
  std::string alternative = lemma;
  const bool doubled = lemma[size - 1] == lemma[size - 2] && !is_vowel(lemma.back());
  if (lemma.back() == 'e' || doubled) {
    alternative.pop_back();
  } else {
    alternative += 'e';
  }
  for (const Upos upos : {Upos::Verb, Upos::Noun}) {
    if (is_known_stem(lemma, upos)) {
      return;
    }
    if (is_known_stem(alternative, upos)) {
      lemma = alternative;
      return;
    }
  }
}

void Lemmatizer::lemma(std::string_view form, Upos upos, const Features& features, std::string& out) const {
  std::string lower;
  append_lower(lower, form);
  const std::uint32_t feature_bits = feature_class(upos, features);
  std::uint32_t rule = find_word(form, lower, upos, feature_bits);
  const bool has_own_rule = rule != NotFound && rule != KnownStem;
  if (!has_own_rule) {
    rule = find_ending(form, lower, upos, feature_bits);
  }
  if (rule == NotFound || rule == KnownStem || !apply(rule, form, lower, out)) {
    out = upos == Upos::Propn ? form : std::string_view(lower);
    return;
  }
  if (!has_own_rule && upos == Upos::Verb && out != lower && (lower.ends_with("ing") || lower.ends_with("ed"))) {
    correct_stem(out);
  }
}

namespace {

// Whether "'s" is short for "has", as before "been" and "gone", and not for "is", as before "going" and "a friend".
bool is_short_for_has(const Document& document, const Tagging& tagging, TokenId t, TokenId end) {
  if (tagging.upos(t) != Upos::Aux || (document.form(t) != "'s" && document.form(t) != "’s")) {
    return false;
  }
  for (TokenId next = t + 1; next < std::min(end, t + 4); ++next) {
    const Upos upos = tagging.upos(next);
    if (upos == Upos::Verb || upos == Upos::Aux) {
      const Features& f = tagging.features(next);
      return f.verb_form == VerbForm::Participle && f.tense == Tense::Past && !f.passive;
    }
    if (upos != Upos::Adv && upos != Upos::Part) {
      return false;
    }
  }
  return false;
}

}  // namespace

void Lemmatizer::lemmatize(const Document& document, Tagging& tagging) const {
  tagging.lemmas.resize(document.tokens.size());
  std::string recased;
  for (const Sentence& sentence : document.sentences) {
    const bool all_caps =
        is_all_caps(sentence.tokens.begin, sentence.tokens.end, [&](TokenId t) { return document.form(t); });
    for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      std::string_view form = document.form(t);
      if (all_caps) {
        recased.clear();
        tagging.upos(t) == Upos::Propn ? append_title(recased, form) : append_lower(recased, form);
        form = recased;
      }
      if (is_short_for_has(document, tagging, t, sentence.tokens.end)) {
        tagging.lemmas[t] = "have";
      } else {
        lemma(form, tagging.upos(t), tagging.features(t), tagging.lemmas[t]);
      }
    }
  }
}

}  // namespace entente

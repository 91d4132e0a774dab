// Form, part of speech and features → lemma, by a table that was learned from treebanks: irregular words have rules of
// their own, all others are lemmatized by their ending. The table is used in place; nothing is parsed or copied at
// load.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <entente/model/model.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Immutable after construction; one lemmatizer may serve many threads. The model's bytes must outlive it.
class Lemmatizer {
 public:
  // Throws Error (BadModel) where the section "lemmas" is damaged.
  explicit Lemmatizer(const Model& model);
  // The same from the bytes of the section; `where` names the model in errors.
  explicit Lemmatizer(std::span<const std::byte> section, const std::string& where = "model");

  // Puts the lemma of one word into `out`. It is empty only if the form is.
  void lemma(std::string_view form, Upos upos, const Features& features, std::string& out) const;

  // Fills tagging.lemmas from the forms and tags. Uses the rest of the sentence as well: "'s" of "'s been" becomes
  // "have", and the words of a headline in capitals are put into lower case first.
  void lemmatize(const Document& document, Tagging& tagging) const;

 private:
  bool is_known_stem(std::string_view lemma, Upos upos) const;
  std::uint32_t find(std::uint64_t key) const;
  std::uint32_t find_word(std::string_view form, std::string_view lower, Upos upos, std::uint32_t features) const;
  std::uint32_t find_suffix(std::string_view lower, std::uint32_t key_group) const;
  std::uint32_t find_ending(std::string_view form, std::string_view lower, Upos upos, std::uint32_t features) const;
  bool apply(std::uint32_t rule, std::string_view form, std::string_view lower, std::string& out) const;
  void correct_stem(std::string& lemma) const;

  std::span<const std::byte> rules_;
  std::span<const std::byte> fingerprints_;
  std::span<const std::byte> values_;
  std::string_view pool_;
  std::uint64_t mask_ = 0;
};

}  // namespace entente

// Form, part of speech and features → lemma, from a table that was learned from treebanks: words whose lemma is
// irregular by themselves, all others by what their end is. Used in place, nothing is parsed or copied at load.
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

// Immutable after construction; one lemmatiser may serve many threads. The model's bytes must outlive it.
class Lemmatizer {
 public:
  // Throws Error (BadModel) where the section "lemmas" is damaged.
  explicit Lemmatizer(const Model& model);
  explicit Lemmatizer(std::span<const std::byte> section, const std::string& where = "model");

  // Puts the lemma into `out`; never empty for a form that is not.
  void lemma(std::string_view form, Upos upos, const Features& features, std::string& out) const;

  // Fills tagging.lemmas from the forms and tags. Sees the sentence around, so that "'s" of "'s been" is "have" and a
  // headline in capitals is read as if it were not.
  void lemmatize(const Document& document, Tagging& tagging) const;

 private:
  bool knows_stem(std::string_view lemma, Upos upos) const;
  std::uint32_t find(std::uint64_t key) const;
  std::uint32_t find_word(std::string_view form, std::string_view lower, Upos upos, std::uint32_t features) const;
  std::uint32_t find_suffix(std::string_view lower, std::uint32_t group) const;
  std::uint32_t find_ending(std::string_view form, std::string_view lower, Upos upos, std::uint32_t features) const;
  bool apply(std::uint32_t rule, std::string_view form, std::string_view lower, std::string& out) const;
  void mend_stem(std::string& lemma) const;

  std::span<const std::byte> rules_;
  std::span<const std::byte> fingerprints_;
  std::span<const std::byte> values_;
  std::string_view pool_;
  std::uint64_t mask_ = 0;
};

}  // namespace entente

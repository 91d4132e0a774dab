// Text in quotation marks. Where a whole sentence is quoted, the speaker is not an argument of the quoted clause.
#pragma once

#include <cstdint>
#include <vector>

#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

class Quotations {
 public:
  Quotations(const Document& document, const Tagging& tagging);

  // Is the token between quotation marks, whether they enclose a word or a whole sentence? An open quotation ends with
  // its block.
  bool quoted(TokenId t) const { return quoted_[t]; }
  // Are the two in the same quoted sentence, or both outside quoted sentences? A quoted word does not count: `the
  // "dirty" war` is outside.
  bool same_voice(TokenId x, TokenId y) const { return voices_[x] == voices_[y]; }

 private:
  std::vector<bool> quoted_;
  std::vector<std::uint32_t> voices_;  // the number of the quoted sentence, 0 outside
};

}  // namespace entente

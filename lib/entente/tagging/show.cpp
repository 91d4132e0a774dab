#include <entente/tagging/show.hpp>

#include <algorithm>
#include <string_view>

namespace entente::inline v0_1 {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Whether the lemma is so obvious that it need not be shown: the form, or the form in lower case.
bool is_obvious_lemma(std::string_view form, std::string_view lemma, Upos upos) {
  if (upos == Upos::Propn || form == lemma) {
    return form == lemma;
  }
  return std::equal(form.begin(), form.end(), lemma.begin(), lemma.end(), [](char a, char b) { return lower(a) == b; });
}

}  // namespace

std::string show_tokens(const Document& document, Span tokens) {
  std::string line;
  for (TokenId t = tokens.begin; t < tokens.end; ++t) {
    line += t == tokens.begin ? "" : " ";
    line += document.form(t);
  }
  return line;
}

std::string show_tag(const Document& document, const Tagging& tagging, TokenId t, bool with_features) {
  std::string line(document.form(t));
  if (!is_obvious_lemma(document.form(t), tagging.lemma(t), tagging.upos(t))) {
    line += '/';
    line += tagging.lemma(t);
  }
  line += '/';
  line += upos_name(tagging.upos(t));
  const std::string& features = tagging.bundles[tagging.tags[t].bundle].text;
  if (with_features && features != "_" && !features.empty()) {
    line += '|';
    line += features;
  }
  return line;
}

std::string show_tags(const Document& document, const Tagging& tagging, Span tokens) {
  std::string line;
  for (TokenId t = tokens.begin; t < tokens.end; ++t) {
    line += t == tokens.begin ? "" : " ";
    line += show_tag(document, tagging, t, false);
  }
  return line;
}

}  // namespace entente

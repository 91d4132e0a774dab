#include <notation.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include <entente/base/one_of.hpp>
#include <entente/syntax/enhance.hpp>
#include <entente/syntax/show.hpp>
#include <entente/tagging/show.hpp>
#include <entente/text/from_words.hpp>

namespace entente::test {

namespace {

struct KnownWord {
  std::string_view form;
  Upos upos;
  std::string_view lemma;
  std::string_view features;
};

constexpr KnownWord KnownWords[] = {
#include "notation_words.inc"
};

struct PennTag {
  std::string_view name;
  Upos upos;
  std::string_view features;
};

constexpr PennTag PennTags[] = {
    {"NN", Upos::Noun, "Number=Sing"},
    {"NNS", Upos::Noun, "Number=Plur"},
    {"NNP", Upos::Propn, "Number=Sing"},
    {"NNPS", Upos::Propn, "Number=Plur"},
    {"VB", Upos::Verb, "VerbForm=Inf"},
    {"VBD", Upos::Verb, "Mood=Ind|Tense=Past|VerbForm=Fin"},
    {"VBG", Upos::Verb, "Tense=Pres|VerbForm=Part"},
    {"VBN", Upos::Verb, "Tense=Past|VerbForm=Part"},
    {"VBP", Upos::Verb, "Mood=Ind|Number=Plur|Tense=Pres|VerbForm=Fin"},
    {"VBZ", Upos::Verb, "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"},
    {"MD", Upos::Aux, "VerbForm=Fin"},
    {"JJ", Upos::Adj, "Degree=Pos"},
    {"JJR", Upos::Adj, "Degree=Cmp"},
    {"JJS", Upos::Adj, "Degree=Sup"},
    {"RB", Upos::Adv, ""},
    {"RBR", Upos::Adv, "Degree=Cmp"},
    {"RBS", Upos::Adv, "Degree=Sup"},
    {"CD", Upos::Num, "NumType=Card"},
};

constexpr std::array<std::pair<std::string_view, NameKind>, 9> NameCodes = {{{"PER", NameKind::Person},
                                                                             {"ORG", NameKind::Organisation},
                                                                             {"LOC", NameKind::Place},
                                                                             {"COUNTRY", NameKind::Country},
                                                                             {"NAT", NameKind::Nationality},
                                                                             {"GROUP", NameKind::Group},
                                                                             {"EVENT", NameKind::Event},
                                                                             {"WORK", NameKind::Work},
                                                                             {"OTHER", NameKind::Other}}};

[[noreturn]] void refuse(std::string_view what, std::string_view token) {
  throw std::invalid_argument(std::string(what) + ": '" + std::string(token) + "'");
}

struct NotedToken {
  std::string form;
  std::string lemma;
  std::string features;
  Upos upos = Upos::X;
  std::uint32_t head = 0;  // counted from 1; 0 is the root
  Deprel deprel = Deprel::Dep;
  bool tight = false;  // "~": no space before it
};

std::string small(std::string_view form) {
  std::string out(form);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
  return out;
}

const KnownWord* known_word(const NotedToken& token) {
  std::string form = small(token.form);
  if (form == "her" && token.deprel == Deprel::NmodPoss) {
    form = "her:poss";
  }
  const auto* const found = std::find_if(std::begin(KnownWords), std::end(KnownWords),
                                         [&](const KnownWord& w) { return w.form == form && w.upos == token.upos; });
  return found == std::end(KnownWords) ? nullptr : found;
}

// "VBN|Voice=Pass" → the part of speech and all features, sorted as CoNLL-U has them.
void read_tag(NotedToken& token, std::string_view tag, std::string_view whole) {
  const std::size_t bar = std::min(tag.find('|'), tag.size());
  const std::string_view name = tag.substr(0, bar);
  std::string features(tag.substr(std::min(bar + 1, tag.size())));
  const auto* const penn =
      std::find_if(std::begin(PennTags), std::end(PennTags), [&](const PennTag& p) { return p.name == name; });
  if (penn != std::end(PennTags)) {
    token.upos = penn->upos;
    features += (features.empty() || penn->features.empty() ? "" : "|") + std::string(penn->features);
  } else {
    token.upos = upos_of(name);
    if (token.upos == Upos::X && name != "X") {
      refuse("unknown tag", whole);
    }
  }
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < features.size();) {
    const std::size_t end = std::min(features.find('|', at), features.size());
    parts.push_back(features.substr(at, end - at));
    at = end + 1;
  }
  std::sort(parts.begin(), parts.end());
  for (const std::string& part : parts) {
    token.features += (token.features.empty() ? "" : "|") + part;
  }
}

// Splits "FORM[/LEMMA]"; "/" alone is a form.
void read_form(NotedToken& token, std::string_view text) {
  const std::size_t slash = text.find('/', 1);
  token.form = text.substr(0, slash);
  token.lemma = slash == std::string_view::npos ? "" : text.substr(slash + 1);
  if (token.form.size() > 1 && token.form[0] == '~') {
    token.tight = true;
    token.form.erase(0, 1);
  }
}

void add_defaults(NotedToken& token) {
  const KnownWord* const known = known_word(token);
  if (known != nullptr && token.features.empty()) {
    token.features = known->features;
  }
  if (token.lemma.empty()) {
    token.lemma =
        known != nullptr ? std::string(known->lemma) : (token.upos == Upos::Propn ? token.form : small(token.form));
  }
  if (token.features.empty() && (token.upos == Upos::Noun || token.upos == Upos::Propn)) {
    token.features = small(token.form) == small(token.lemma) ? "Number=Sing" : "Number=Plur";
  }
}

// The last ":digits:" parts the tag from the head; forms and relations may hold colons.
NotedToken read_token(std::string_view text) {
  for (std::size_t colon = text.rfind(':'); colon != std::string_view::npos && colon > 0;
       colon = text.rfind(':', colon - 1)) {
    const std::size_t end = text.find_first_not_of("0123456789", colon + 1);
    if (end == std::string_view::npos || end == colon + 1 || text[end] != ':') {
      continue;
    }
    NotedToken token;
    token.head = static_cast<std::uint32_t>(std::stoul(std::string(text.substr(colon + 1, end - colon - 1))));
    token.deprel = deprel_of(text.substr(end + 1));
    if (deprel_name(token.deprel) != text.substr(end + 1)) {
      refuse("unknown relation", text);
    }
    const std::string_view left = text.substr(0, colon);
    const std::size_t slash = left.rfind('/');
    if (slash == std::string_view::npos || slash == 0) {
      refuse("no form before the tag", text);
    }
    read_form(token, left.substr(0, slash));
    read_tag(token, left.substr(slash + 1), text);
    add_defaults(token);
    return token;
  }
  refuse("expected FORM[/LEMMA]/TAG[|FEATURES]:HEAD:RELATION", text);
}

bool is_clitic(const NotedToken& token) {
  return (token.upos == Upos::Part || token.upos == Upos::Aux) &&
         (token.form.starts_with("'") || token.form.starts_with("’") || token.form == "n't" || token.form == "n’t");
}

// Whether English writes a space between the two. `inside` says whether a straight quotation mark is open.
bool space_between(const NotedToken& before, const NotedToken& after, bool inside) {
  if (after.tight || is_clitic(after) ||
      is_one_of(after.form, {",", ".", ";", ":", "!", "?", ")", "]", "”", "%", "…"})) {
    return false;
  }
  if (is_one_of(before.form, {"(", "[", "“", "$", "€"})) {
    return false;
  }
  return !(before.form == "\"" && inside) && !(after.form == "\"" && inside);
}

WordSentence to_words(const std::vector<NotedToken>& tokens, bool new_block) {
  WordSentence sentence;
  sentence.new_block = new_block;
  bool inside = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    inside ^= tokens[i].form == "\"";
    const bool space = i + 1 == tokens.size() || space_between(tokens[i], tokens[i + 1], inside);
    const bool glued = i > 0 && is_clitic(tokens[i]);
    sentence.words.push_back({tokens[i].form, space, glued});
  }
  return sentence;
}

// Reads lines into tokens, keeping where names open and close.
class NotationReader {
 public:
  void read(std::string_view text) {
    bool new_block = true;
    while (!text.empty()) {
      const std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(text.size(), line.size() + 1));
      if (line.find_first_not_of(" \t") == std::string_view::npos) {
        new_block = true;
        continue;
      }
      read_line(line, new_block);
      new_block = false;
    }
  }

  Annotated result() {
    Annotated all;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      words_[i].words.back().space_after = i + 1 < words_.size() && !words_[i + 1].new_block;
    }
    all.document = document_from_words(words_);
    std::map<std::string, std::uint16_t> bundles;
    for (const NotedToken& token : tokens_) {
      const std::string features = token.features.empty() ? "_" : token.features;
      const auto [at, is_new] = bundles.try_emplace(features, static_cast<std::uint16_t>(all.tagging.bundles.size()));
      if (is_new) {
        all.tagging.bundles.push_back({features, parse_features(features)});
      }
      all.tagging.tags.push_back({token.upos, at->second});
      all.tagging.lemmas.push_back(token.lemma);
      all.syntax.heads.push_back(token.head);
      all.syntax.deprels.push_back(token.deprel);
    }
    index_children(all.syntax);
    all.syntax.added = enhance(all.document, all.tagging, all.syntax);
    all.names.names = names_;
    all.names.of_token.assign(tokens_.size(), None);
    for (NameId n = 0; n < names_.size(); ++n) {
      std::fill(all.names.of_token.begin() + names_[n].tokens.begin, all.names.of_token.begin() + names_[n].tokens.end,
                n);
    }
    return all;
  }

 private:
  void read_line(std::string_view line, bool new_block) {
    const auto first = static_cast<TokenId>(tokens_.size());
    while (true) {
      line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
      if (line.empty()) {
        break;
      }
      const std::string_view part = line.substr(0, line.find_first_of(" \t"));
      line.remove_prefix(part.size());
      read_part(part);
    }
    if (open_ || tokens_.size() == first) {
      refuse("a name is not closed or holds nothing", line);
    }
    std::vector<NotedToken> sentence(tokens_.begin() + first, tokens_.end());
    for (std::size_t i = first; i < tokens_.size(); ++i) {
      if (tokens_[i].head > sentence.size()) {
        refuse("a head beyond the end of the sentence", tokens_[i].form);
      }
      tokens_[i].head = tokens_[i].head == 0 ? None : first + tokens_[i].head - 1;
    }
    words_.push_back(to_words(sentence, new_block));
  }

  void read_part(std::string_view part) {
    const auto at = static_cast<TokenId>(tokens_.size());
    if (part == "]") {
      if (!open_) {
        refuse("no name is open", part);
      }
      open_->tokens.end = at;
      names_.push_back(*open_);
      open_.reset();
      return;
    }
    const auto* const code = std::find_if(NameCodes.begin(), NameCodes.end(), [&](const auto& c) {
      return part.size() == c.first.size() + 1 && part[0] == '[' && part.substr(1) == c.first;
    });
    if (code != NameCodes.end()) {
      open_ = Name{{at, at}, code->second, 1.0F};
      return;
    }
    tokens_.push_back(read_token(part));
  }

  std::vector<NotedToken> tokens_;
  std::vector<WordSentence> words_;
  std::vector<Name> names_;
  std::optional<Name> open_;
};

}  // namespace

Annotated annotate(std::string_view notation) {
  NotationReader reader;
  reader.read(notation);
  return reader.result();
}

TokenId token(const Document& document, std::string_view form, int n) {
  for (TokenId t = 0; t < document.tokens.size(); ++t) {
    if (document.form(t) == form && --n == 0) {
      return t;
    }
  }
  refuse("no such token", form);
}

std::string notation_of(const Annotated& all) {
  std::string lines;
  for (SentenceId s = 0; s < all.document.sentences.size(); ++s) {
    lines += (s == 0 ? "" : "\n") + show_notation(all.document, all.tagging, all.syntax, s);
  }
  return lines;
}

std::string names_of(const Annotated& all) {
  std::string line;
  for (const Name& name : all.names.names) {
    const auto* const code =
        std::find_if(NameCodes.begin(), NameCodes.end(), [&](const auto& c) { return c.second == name.kind; });
    line += (line.empty() ? "" : ", ") + std::string(code->first) + " " + show_tokens(all.document, name.tokens);
  }
  return line;
}

}  // namespace entente::test

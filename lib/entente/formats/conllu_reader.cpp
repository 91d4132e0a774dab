#include <entente/formats/conllu.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include <entente/base/dates.hpp>
#include <entente/base/error.hpp>
#include <entente/base/rows.hpp>
#include <entente/text/from_words.hpp>

namespace entente::inline v0_1 {

namespace {

enum Column { Id, Form, Lemma, UposColumn, Xpos, Feats, Head, DeprelColumn, Deps, Misc, ColumnCount };

using Columns = std::array<std::string_view, ColumnCount>;

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

// The value of a comment like "# sent_id = x" for that key, without white space around it; "" for a comment without a
// value ("# newdoc"), nothing for a comment with another key.
std::optional<std::string_view> comment_value(std::string_view line, std::string_view key) {
  line.remove_prefix(std::min(line.find_first_not_of(" #"), line.size()));
  if (!line.starts_with(key)) {
    return std::nullopt;
  }
  line.remove_prefix(key.size());
  const std::size_t value = line.find_first_not_of(" \t\r=");
  if (!line.empty() && line.front() != ' ' && line.front() != '=') {
    return std::nullopt;
  }
  return value == std::string_view::npos ? std::string_view{} : trimmed(line.substr(value));
}

bool says_no_space(std::string_view misc) {
  while (!misc.empty()) {
    const std::string_view part = misc.substr(0, misc.find('|'));
    if (part == "SpaceAfter=No") {
      return true;
    }
    misc.remove_prefix(std::min(misc.size(), part.size() + 1));
  }
  return false;
}

class ConlluReader {
 public:
  ConlluReader(std::string_view text, const std::string& where) : text_(text), where_(where) {}

  Treebank read() {
    while (!text_.empty()) {
      std::string_view line = text_.substr(0, text_.find('\n'));
      text_.remove_prefix(std::min(text_.size(), line.size() + 1));
      ++line_;
      if (line.ends_with('\r')) {
        line.remove_suffix(1);
      }
      read_line(line);
    }
    end_sentence();
    if (!words_.empty()) {
      words_.back().words.back().space_after = false;
    }
    out_.document = document_from_words(words_);
    out_.document.source = where_;
    out_.document.title = std::move(title_);
    out_.document.date = std::move(date_);
    index_children(out_.syntax);
    remove_tree_edges();
    return std::move(out_);
  }

 private:
  [[noreturn]] void refuse(std::string found, std::string expected) const {
    throw Error(ErrorCode::BadFormat,
                {.file = where_, .line = line_, .problem = std::move(found), .expected = std::move(expected)});
  }

  void read_line(std::string_view line) {
    if (is_blank(line)) {
      end_sentence();
    } else if (line.front() == '#') {
      read_comment(line);
    } else {
      read_row(line);
    }
  }

  void read_comment(std::string_view line) {
    if (const auto id = comment_value(line, "newdoc id")) {
      document_id_ = *id;
      new_block_ = true;
    } else if (comment_value(line, "newdoc")) {
      document_id_.clear();
      new_block_ = true;
    } else if (comment_value(line, "newpar")) {
      new_block_ = true;
    } else if (const auto sent_id = comment_value(line, "sent_id")) {
      sent_id_ = *sent_id;
    } else if (words_.empty()) {
      read_metadata(line);
    }
  }

  // Reads the title or the date of the first document.
  void read_metadata(std::string_view line) {
    if (const auto title = comment_value(line, "meta::title")) {
      title_ = *title;
    } else if (const auto date = comment_value(line, "meta::dateCreated"); date && calendar_day(*date)) {
      date_ = *date;
    }
  }

  Columns split(std::string_view line) const {
    Columns columns;
    for (std::size_t i = 0; i < ColumnCount; ++i) {
      const std::size_t tab = line.find('\t');
      if ((tab == std::string_view::npos) != (i + 1 == ColumnCount)) {
        refuse(fmt::format("found {} columns", i + 1 == ColumnCount ? "too many" : "too few"),
               fmt::format("{} columns with tabs between them", static_cast<int>(ColumnCount)));
      }
      columns[i] = line.substr(0, tab);
      line.remove_prefix(std::min(line.size(), columns[i].size() + 1));
    }
    return columns;
  }

  std::uint32_t number(std::string_view digits, std::string_view what) const {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) {
      refuse(fmt::format("found '{}'", digits), std::string(what));
    }
    return value;
  }

  void read_row(std::string_view line) {
    const Columns columns = split(line);
    if (columns[Id].find('.') != std::string_view::npos) {
      return;  // an empty node: not a word of the text
    }
    const std::size_t dash = columns[Id].find('-');
    if (dash != std::string_view::npos) {
      read_range(columns, dash);
    } else {
      read_word(columns);
    }
  }

  void read_range(const Columns& columns, std::size_t dash) {
    const std::uint32_t begin = number(columns[Id].substr(0, dash), "a word's number");
    range_end_ = number(columns[Id].substr(dash + 1), "a word's number");
    if (begin != sentence_.words.size() + 1 || range_end_ <= begin) {
      refuse(fmt::format("found the range '{}'", columns[Id]),
             fmt::format("one that begins at the next word, {}", sentence_.words.size() + 1));
    }
    range_begin_ = begin;
    range_space_ = !says_no_space(columns[Misc]);
  }

  void read_word(const Columns& columns) {
    const std::uint32_t id = number(columns[Id], "a word's number");
    if (id != sentence_.words.size() + 1) {
      refuse(fmt::format("found word {}", id), fmt::format("word {}", sentence_.words.size() + 1));
    }
    if (columns[Form].empty()) {
      refuse("found a word without a form", "its form in the second column");
    }
    const bool inside = id >= range_begin_ && id <= range_end_;
    const bool space = inside ? id == range_end_ && range_space_ : !says_no_space(columns[Misc]);
    sentence_.words.push_back({std::string(columns[Form]), space, inside && id > range_begin_});
    add_tag(columns);
    add_edges(columns);
    out_.misc.emplace_back(columns[Misc].empty() ? "_" : columns[Misc]);
  }

  void add_tag(const Columns& columns) {
    const std::string features(columns[Feats].empty() ? "_" : columns[Feats]);
    const auto [at, is_new] = bundles_.try_emplace(features, out_.tagging.bundles.size());
    if (is_new) {
      if (at->second > std::numeric_limits<std::uint16_t>::max()) {
        refuse("found more different feature bundles than any language has", "the features of one language");
      }
      out_.tagging.bundles.push_back({features, parse_features(features)});
    }
    out_.tagging.tags.push_back({upos_of(columns[UposColumn]), static_cast<std::uint16_t>(at->second)});
    // The lemma "_" stands for a missing one, except for the form "_".
    out_.tagging.lemmas.emplace_back(columns[Lemma] == "_" && columns[Form] != "_" ? "" : columns[Lemma]);
  }

  // Stores the head as it is written, counted from 1, until the sentence is complete, and the edges of DEPS likewise.
  void add_edges(const Columns& columns) {
    const bool none = columns[Head] == "_" || columns[Head].empty();
    out_.syntax.heads.push_back(none ? 0 : number(columns[Head], "a head's number"));
    out_.syntax.deprels.push_back(none ? Deprel::Dep : deprel_of(columns[DeprelColumn]));
    std::string_view deps = columns[Deps] == "_" ? std::string_view{} : columns[Deps];
    while (!deps.empty()) {
      const std::string_view part = deps.substr(0, deps.find('|'));
      deps.remove_prefix(std::min(deps.size(), part.size() + 1));
      const std::size_t colon = part.find(':');
      if (colon == std::string_view::npos) {
        refuse(fmt::format("found '{}' in DEPS", part), "HEAD:RELATION");
      }
      const std::string_view written = part.substr(0, colon);
      if (written.find('.') != std::string_view::npos) {
        continue;  // an empty node
      }
      // The root is not an edge between words, even if it is written as "00".
      if (const std::uint32_t head = number(written, "a head's number"); head != 0) {
        const auto dependent = static_cast<TokenId>(out_.syntax.heads.size() - 1);
        deps_edges_.push_back({head, dependent, deprel_of(part.substr(colon + 1))});
      }
    }
  }

  void end_sentence() {
    const auto count = static_cast<std::uint32_t>(sentence_.words.size());
    if (count == 0) {
      return;
    }
    if (range_end_ > count) {
      refuse(fmt::format("found a range up to word {}", range_end_), fmt::format("at most {}, the last word", count));
    }
    const auto first = static_cast<TokenId>(out_.syntax.heads.size()) - count;
    const auto absolute = [&](std::uint32_t head) {
      if (head > count) {
        refuse(fmt::format("found head {}", head), fmt::format("at most {}, the last word", count));
      }
      return head == 0 ? None : first + head - 1;
    };
    std::transform(out_.syntax.heads.begin() + first, out_.syntax.heads.end(), out_.syntax.heads.begin() + first,
                   absolute);
    check_tree(first);
    for (EnhancedArc& arc : deps_edges_) {
      arc.head = absolute(arc.head);
      out_.syntax.added.push_back(arc);
    }
    if (!words_.empty() && new_block_) {
      words_.back().words.back().space_after = false;
    }
    sentence_.new_block = new_block_ || words_.empty();
    words_.push_back(std::move(sentence_));
    out_.sent_ids.push_back(sent_id_);
    out_.documents.push_back(document_id_);
    sentence_ = {};
    sent_id_.clear();
    deps_edges_.clear();
    range_begin_ = range_end_ = 0;
    new_block_ = false;
  }

  // Refuses a sentence in which the heads of a word do not lead to a root. Visits each word once.
  void check_tree(TokenId first) const {
    const std::vector<TokenId>& heads = out_.syntax.heads;
    enum State : char { Unseen, Open, Good };
    std::vector<char> state(heads.size() - first, Unseen);
    std::vector<TokenId> path;
    for (TokenId t = first; t < heads.size(); ++t) {
      path.clear();
      TokenId at = t;
      for (; at != None && state[at - first] == Unseen; at = heads[at]) {
        state[at - first] = Open;
        path.push_back(at);
      }
      if (at != None && state[at - first] == Open) {
        refuse(fmt::format("found a circle of heads through word {}", at - first + 1), "a path to the root");
      }
      for (const TokenId seen : path) {
        state[seen - first] = Good;
      }
    }
  }

  // Removes edges of DEPS that are in the tree as well, sorts the others and removes duplicates.
  void remove_tree_edges() {
    std::vector<EnhancedArc>& added = out_.syntax.added;
    const Syntax& syntax = out_.syntax;
    std::erase_if(added, [&](const EnhancedArc& a) {
      return syntax.heads[a.dependent] == a.head && syntax.deprels[a.dependent] == a.deprel;
    });
    const auto key = [](const EnhancedArc& a) { return std::tie(a.head, a.dependent, a.deprel); };
    std::sort(added.begin(), added.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    added.erase(std::unique(added.begin(), added.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                added.end());
  }

  std::string_view text_;
  const std::string& where_;
  std::size_t line_ = 0;
  Treebank out_;
  std::vector<WordSentence> words_;
  std::string title_;
  Date date_;
  std::unordered_map<std::string, std::size_t> bundles_;  // features → index; never iterated over
  // The state of the sentence that is being read:
  WordSentence sentence_;
  std::vector<EnhancedArc> deps_edges_;
  std::string sent_id_;
  std::string document_id_;
  bool new_block_ = false;
  std::uint32_t range_begin_ = 0;
  std::uint32_t range_end_ = 0;
  bool range_space_ = true;
};

}  // namespace

Treebank read_conllu(std::string_view text, const std::string& where) { return ConlluReader(text, where).read(); }

}  // namespace entente

#include <entente/actors/article_names.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <entente/actors/name_key.hpp>
#include <entente/actors/surface.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t FewLetters = 3;   // so many capitals are initials of a name of the article, if of any
constexpr std::size_t SureLetters = 4;  // … without capitals: "Sepa"

class ArticleNames {
 public:
  ArticleNames(const Layers& layers, MentionDrafts mentions) : layers_(layers), mentions_(std::move(mentions)) {}

  MentionDrafts run() {
    collect();
    for (const MentionDraft& draft : mentions_) {
      if (is_name(draft) && is_body(draft)) {
        read_ticker(draft);
      }
    }
    for (MentionDraft& draft : mentions_) {
      if (is_name(draft) && draft.name.size() == 1 && !is_users(draft)) {
        read_abbreviation(draft);
        read_possessive(draft);
        read_firm(draft);
      }
    }
    return std::move(mentions_);
  }

 private:
  static bool is_name(const MentionDraft& draft) { return draft.form == MentionForm::Name; }
  static bool is_body(const MentionDraft& draft) {
    return draft.kind == ActorKind::Organisation || draft.kind == ActorKind::Group || draft.kind == ActorKind::Other;
  }
  bool is_users(const MentionDraft& draft) const {
    return draft.entry != None && layers_.world.entries[draft.entry].user;
  }

  void collect() {
    for (DraftId d = 0; d < mentions_.size(); ++d) {
      const MentionDraft& draft = mentions_[d];
      if (draft.entry != None) {
        entries_.emplace(layers_.world.entries[draft.entry].name, d);
      }
      if (is_name(draft) && draft.name.size() > 1) {
        collect_firm(draft);
      }
      if (!is_name(draft) || !is_body(draft) || draft.name.size() < 2) {
        continue;
      }
      for (const bool with_small : {false, true}) {
        const std::string letters = initials(layers_, draft.name, with_small);
        by_initials_.emplace(letters, d);
        if (letters == letters_in_brackets(draft)) {
          defined_.emplace(letters, d);
        }
      }
    }
  }

  // "Bramwell" of "Bramwell Tool Co"; and the surnames of persons.
  void collect_firm(const MentionDraft& draft) {
    const NameKey key = key_of(layers_, draft.name);
    if (key.empty()) {
      return;  // "The The"
    }
    if (draft.kind == ActorKind::Person) {
      surnames_.insert(key.back());
    } else if (layers_.world.name_word(layers_.form(draft.name.end - 1)).legal_form) {
      firms_.insert(key.front());
    }
  }

  // "Bramwell said": a company that the article names, unless a person has that name.
  void read_firm(MentionDraft& draft) const {
    const NameKey key = key_of(layers_, draft.name);
    if (draft.kind == ActorKind::Person && !key.empty() && firms_.contains(key.front()) &&
        !surnames_.contains(key.front())) {
      draft.kind = ActorKind::Organisation;
      draft.entry = None;
    }
  }

  // The word in brackets after a name, or None.
  TokenId in_brackets(const MentionDraft& draft) const {
    const TokenId open = layers_.after(draft.tokens);
    const TokenId word = layers_.after(open);
    return layers_.form(open) == "(" && layers_.form(layers_.after(word)) == ")" ? word : None;
  }

  // "nhc" of "National Health Council (NHC)"
  std::string letters_in_brackets(const MentionDraft& draft) const {
    return folded_letters(layers_.form(in_brackets(draft)));
  }

  // "Boeing (BA)": the letters mean Boeing here, whatever organisation they mean elsewhere.
  void read_ticker(const MentionDraft& draft) {
    const TokenId letters = in_brackets(draft);
    const DraftId other = letters == None ? None : mentions_.name_at(letters);
    if (other == None || !is_abbreviation(layers_.form(letters))) {
      return;
    }
    MentionDraft& ticker = mentions_[other];
    if (is_body(ticker) && ticker.entry != None && ticker.entry != draft.entry && !is_users(ticker)) {
      ticker.entry = None;
    }
  }

  void read_abbreviation(MentionDraft& draft) const {
    const auto form = layers_.form(draft.name.begin);
    const std::string letters = folded_letters(form);
    const bool defined = defined_.contains(letters);
    const auto at = defined ? defined_.find(letters) : by_initials_.find(letters);
    const bool sure = is_abbreviation(form) ? defined || letters.size() >= FewLetters
                                            : letters.size() >= SureLetters && draft.entry == None;
    if (!sure || (!defined && at == by_initials_.end()) ||
        (draft.entry != None && mentions_[at->second].entry == draft.entry)) {
      return;
    }
    draft.kind = mentions_[at->second].kind;
    draft.entry = draft.city = None;
    draft.use = UseForm::Name;
  }

  void read_possessive(MentionDraft& draft) const {
    const auto form = layers_.form(draft.name.begin);
    if (draft.entry != None || form.size() < 5 || !form.ends_with('s') || is_of_several(draft.name.begin)) {
      return;
    }
    const auto at = entries_.find(form.substr(0, form.size() - 1));
    if (at == entries_.end()) {
      return;
    }
    const MentionDraft& owner = mentions_[at->second];
    draft.entry = owner.entry;
    draft.kind = layers_.world.entries[owner.entry].kind;
    draft.use = UseForm::Name;
  }

  // "the two Koreas"
  bool is_of_several(TokenId t) const {
    return layers_.child(t, Deprel::Det) != None || layers_.child(t, Deprel::Nummod) != None;
  }

  const Layers& layers_;
  MentionDrafts mentions_;
  std::set<std::string> firms_;                              // first words of names with a legal form
  std::set<std::string> surnames_;                           // of persons with longer names
  std::map<std::string_view, DraftId> entries_;              // by the lexicon's name of it: a mention of the entry
  std::map<std::string, DraftId, std::less<>> by_initials_;  // names of several words
  std::map<std::string, DraftId, std::less<>> defined_;  // those of which the text says that the letters stand for them
};

}  // namespace

MentionDrafts with_article_names(const Layers& layers, MentionDrafts mentions) {
  return ArticleNames(layers, std::move(mentions)).run();
}

}  // namespace entente

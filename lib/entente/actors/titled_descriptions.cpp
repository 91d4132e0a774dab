// "The pope" after "Pope Leo XIV", "the duchess" after "the Duchess of Sussex": a title alone means the last person
// whose name it begins.
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include <entente/actors/draft.hpp>
#include <entente/actors/phrases.hpp>
#include <entente/actors/surface.hpp>

namespace entente {

namespace {

class TitleReader {
 public:
  TitleReader(const Layers& layers, Drafts& drafts) : layers_(layers), drafts_(drafts) {}

  void run() {
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      const Span tokens = layers_.document.sentences[s].tokens;
      for (TokenId t = tokens.begin; layers_.of_actors[s] != 0 && t < tokens.end; ++t) {
        if (is_title_alone(t)) {
          read(t);
        }
      }
    }
  }

 private:
  bool is_title_alone(TokenId t) const {
    std::string title = lower_case(layers_.form(t));
    title.front() =
        static_cast<char>(title.front() >= 'a' && title.front() <= 'z' ? title.front() - 32 : title.front());
    const NameWord& word = layers_.world.name_word(title);
    const DraftId d = drafts_.by_head[t];
    const TokenId next = layers_.after(t);
    return (word.regal || word.noble) && lower_case(layers_.form(layers_.before(t))) == "the" &&
           drafts_.name_of[t] == None && (d == None || drafts_.drafts[d].cluster == None) &&
           !is_capitalised(layers_.form(next)) && layers_.form(next) != "of" && layers_.form(next) != "-" &&
           !(layers_.deprel(t) == Deprel::Compound && layers_.head(t) == next);
  }

  void read(TokenId t) {
    const auto title = lower_case(layers_.form(t));
    for (TokenId at = t; at-- > t - std::min(t, Reach);) {
      const DraftId d = drafts_.name_of[at];
      if (d == None || drafts_.drafts[d].cluster == None || drafts_.cluster_of(d).kind != ActorKind::Person) {
        continue;
      }
      const TokenId begin = drafts_.drafts[d].tokens.begin;
      const bool before = begin > 0 && lower_case(layers_.form(begin - 1)) == title;
      if (before || lower_case(layers_.form(begin)) == title) {
        return describe(layers_, drafts_, t, drafts_.drafts[d].cluster, d,
                        fmt::format("title of {}", layers_.document.view_tokens(drafts_.drafts[d].tokens)));
      }
    }
  }

  static constexpr TokenId Reach = 400;  // tokens

  const Layers& layers_;
  Drafts& drafts_;
};

}  // namespace

void read_titles_alone(const Layers& layers, Drafts& drafts) { TitleReader(layers, drafts).run(); }

}  // namespace entente

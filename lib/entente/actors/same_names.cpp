#include <entente/actors/same_names.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <entente/actors/surface.hpp>

namespace entente::inline v0_1 {

namespace {

class NameJoiner {
 public:
  NameJoiner(const Layers& layers, Coreference coref) : layers_(layers), coref_(std::move(coref)) {}

  Coreference join() {
    std::map<std::string, DraftId> named;  // by the letters of the name: its first mention
    for (DraftId d = 0; d < coref_.mentions.size(); ++d) {
      if (is_name(d)) {
        const MentionDraft& it = coref_.mentions[d];
        named.emplace(letters(layers_.document.view_tokens(it.name)), d);
        named.emplace(letters(layers_.document.view_tokens(it.tokens)), d);
        if (it.entry != None) {
          named.emplace(letters(layers_.world.entries[it.entry].name), d);
        }
      }
    }
    for (const SameNames& same : layers_.world.same_names) {
      join(same, named);
    }
    move_mentions();
    return std::move(coref_);
  }

 private:
  bool is_name(DraftId d) const {
    return d != None && coref_.mentions[d].form == MentionForm::Name && coref_.mentions[d].cluster != None;
  }

  void join(const SameNames& same, const std::map<std::string, DraftId>& named) {
    const auto main = named.find(letters(same.name));
    DraftId first = main == named.end() ? None : main->second;
    for (const std::string_view other : same.others) {
      const auto found = named.find(letters(other));
      if (found == named.end()) {
        continue;
      }
      if (first == None) {
        first = found->second;
      } else {
        unite(coref_.mentions[first].cluster, coref_.mentions[found->second].cluster, first);
      }
    }
    if (first != None) {
      coref_.clusters[root(coref_.mentions[first].cluster)].called = same.name;
    }
  }

  // The cluster that takes over the mentions of another one, and the antecedent there.
  struct Move {
    ClusterId to = None;
    DraftId antecedent = None;
  };

  ClusterId root(ClusterId c) const {
    for (auto at = moves_.find(c); at != moves_.end(); at = moves_.find(c)) {
      c = at->second.to;
    }
    return c;
  }

  // Moves the mentions of `from` to `to`, which keeps its kind and name.
  void unite(ClusterId to, ClusterId from, DraftId antecedent) {
    to = root(to);
    from = root(from);
    if (to == from) {
      return;
    }
    Cluster& kept = coref_.clusters[to];
    const Cluster& gone = coref_.clusters[from];
    kept.classes |= gone.classes;
    kept.gender = kept.gender == ActorGender::Unknown ? gone.gender : kept.gender;
    kept.entry = kept.entry == None && kept.kind == gone.kind ? gone.entry : kept.entry;
    moves_[from] = {to, antecedent};
  }

  void move_mentions() {
    for (MentionDraft& it : coref_.mentions) {
      const auto move = moves_.find(it.cluster);
      if (move == moves_.end()) {
        continue;
      }
      it.cluster = root(it.cluster);
      it.kind = coref_.clusters[it.cluster].kind;
      it.antecedent = move->second.antecedent;
      const Span name = coref_.mentions[it.antecedent].name;
      it.reason = fmt::format("by the user, the same as {}", layers_.document.view_tokens(name));
    }
  }

  static std::string letters(std::string_view name) {
    std::string one;
    for (const char c : name) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!space || (!one.empty() && one.back() != ' ')) {
        one += space ? ' ' : c;
      }
    }
    return folded_letters(one);
  }

  const Layers& layers_;
  Coreference coref_;
  std::map<ClusterId, Move> moves_;
};

}  // namespace

Coreference join_same_names(const Layers& layers, Coreference coref) {
  return layers.world.same_names.empty() ? std::move(coref) : NameJoiner(layers, std::move(coref)).join();
}

}  // namespace entente

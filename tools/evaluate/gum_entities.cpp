#include "gum_entities.hpp"

#include <string_view>

namespace entente {

namespace {

std::string_view entity_of(std::string_view misc) {
  const auto at = misc.find("Entity=");
  if (at == std::string_view::npos) {
    return {};
  }
  const auto rest = misc.substr(at + 7);
  return rest.substr(0, rest.find('|'));
}

// Reads "(12-person-new-…-cf1-1-coref", ")", "12)" and their mixtures token by token.
class EntityReader {
 public:
  explicit EntityReader(const Treebank& treebank) : treebank_(treebank) {}

  std::vector<GoldMention> read(Span sentences) {
    for (SentenceId s = sentences.begin; s < sentences.end; ++s) {
      const Span tokens = treebank_.document.sentences[s].tokens;
      for (TokenId t = tokens.begin; t < tokens.end; ++t) {
        token(t, entity_of(treebank_.misc[t]));
      }
    }
    return std::move(mentions_);
  }

 private:
  void token(TokenId t, std::string_view text) {
    while (!text.empty()) {
      if (text.front() == '(') {
        text.remove_prefix(1);
        const auto end = std::min(text.find('('), text.find(')'));
        const auto body = text.substr(0, end);
        open(t, body);
        text.remove_prefix(std::min(body.size(), text.size()));
        if (!text.empty() && text.front() == ')') {
          close(std::string(cluster_of(body)), t);
          text.remove_prefix(1);
        }
      } else {
        const auto end = text.find(')');
        if (end == std::string_view::npos) {
          return;
        }
        close(std::string(cluster_of(text.substr(0, end))), t);
        text.remove_prefix(end + 1);
      }
    }
  }

  static std::string_view cluster_of(std::string_view body) { return body.substr(0, body.find('-')); }

  void open(TokenId t, std::string_view body) {
    const auto cluster = cluster_of(body);
    const auto rest = body.size() > cluster.size() ? body.substr(cluster.size() + 1) : std::string_view();
    open_.push_back({std::string(cluster), std::string(rest.substr(0, rest.find('-'))), {t, t}, None, false});
  }

  void close(const std::string& cluster, TokenId t) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].cluster == cluster) {
        GoldMention mention = open_[i];
        open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i));
        mention.tokens.end = t + 1;
        mention.head = head_of(mention.tokens);
        mention.named = treebank_.tagging.upos(mention.head) == Upos::Propn;
        mentions_.push_back(mention);
        return;
      }
    }
  }

  TokenId head_of(Span tokens) const {
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      const TokenId head = treebank_.syntax.heads[t];
      if ((head == None || !tokens.contains(head)) && treebank_.tagging.upos(t) != Upos::Punct) {
        return t;
      }
    }
    return tokens.begin;
  }

  const Treebank& treebank_;
  std::vector<GoldMention> open_;
  std::vector<GoldMention> mentions_;
};

}  // namespace

std::vector<GoldMention> gum_mentions(const Treebank& treebank, Span sentences) {
  return EntityReader(treebank).read(sentences);
}

}  // namespace entente

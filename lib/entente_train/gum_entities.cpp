#include <entente_train/gum_entities.hpp>

#include <algorithm>
#include <string_view>

#include <entente/text/from_words.hpp>

namespace entente::train {

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

Document document_of(const Treebank& treebank, Span sentences) {
  std::vector<WordSentence> words;
  for (SentenceId s = sentences.begin; s < sentences.end; ++s) {
    const auto& sentence = treebank.document.sentences[s];
    WordSentence part;
    part.new_block = s == sentences.begin || sentence.block != treebank.document.sentences[s - 1].block;
    for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const auto& token = treebank.document.tokens[t];
      part.words.push_back({std::string(treebank.document.form(t)), token.space_after, token.glued});
    }
    words.push_back(std::move(part));
  }
  return document_from_words(words);
}

std::vector<Span> documents_of(const Treebank& treebank) {
  std::vector<Span> spans;
  const auto sentences = static_cast<SentenceId>(treebank.document.sentences.size());
  for (SentenceId begin = 0; begin < sentences;) {
    SentenceId end = begin;
    while (end < sentences && treebank.documents[end] == treebank.documents[begin]) {
      ++end;
    }
    spans.push_back({begin, end});
    begin = end;
  }
  return spans;
}

std::vector<GoldMention> gum_mentions(const Treebank& treebank, Span sentences) {
  return EntityReader(treebank).read(sentences);
}

}  // namespace entente::train

#include <entente/render/page_text.hpp>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <entente/graph/code_points.hpp>
#include <entente/render/captions.hpp>
#include <entente/render/lettering.hpp>
#include <entente/render/style.hpp>

namespace entente::inline v0_1 {

namespace {

auto place_of(const Quotation& q) { return std::tuple(q.article, q.place); }

// A run of text of one article. Where it is the article's own text, every character knows its place there.
struct Block {
  BlockKind kind = BlockKind::Paragraph;
  std::string text;
  std::vector<std::uint32_t> bytes;   // where each character begins in the text, and its end
  std::vector<std::uint32_t> places;  // of each character in the article, in code points; empty where unknown

  std::size_t at(std::uint32_t place) const {
    return static_cast<std::size_t>(std::lower_bound(places.begin(), places.end(), place) - places.begin());
  }
  std::string_view piece(std::size_t from, std::size_t to) const {
    return std::string_view(text).substr(bytes[from], bytes[to] - bytes[from]);
  }
};

struct Mark {
  std::size_t begin = 0;  // characters of the block
  std::size_t end = 0;
  std::size_t what = 0;  // vertex, or index of a quotation
};

struct Place {
  Span span;
  Vertex actor = 0;
};

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

Block block_of(BlockKind kind, std::string text) {
  Block block;
  block.kind = kind;
  block.text = std::move(text);
  for (std::size_t i = 0; i < block.text.size(); ++i) {
    if (begins_character(block.text[i])) {
      block.bytes.push_back(static_cast<std::uint32_t>(i));
    }
  }
  block.bytes.push_back(static_cast<std::uint32_t>(block.text.size()));
  return block;
}

std::vector<Block> blocks_of(const Document& document) {
  const CodePoints points(document.original);
  std::vector<Block> blocks;
  for (const auto& given : document.blocks) {
    auto block = block_of(given.kind, std::string(document.view(given.text)));
    for (std::size_t i = 0; i + 1 < block.bytes.size(); ++i) {
      const Span here = {given.text.begin + block.bytes[i], given.text.begin + block.bytes[i + 1]};
      block.places.push_back(points.at(document.to_original(here).begin));
    }
    blocks.push_back(std::move(block));
  }
  return blocks;
}

// Without the article: a block for each sentence. Its characters have places only where none was left out in it.
Block block_of(const Quotation& quotation) {
  auto block = block_of(BlockKind::Paragraph, quotation.text);
  if (block.bytes.size() - 1 == quotation.place.size()) {
    for (std::uint32_t i = 0; i < quotation.place.size(); ++i) {
      block.places.push_back(quotation.place.begin + i);
    }
  }
  return block;
}

std::string_view tag_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::Title:
      return "h3";
    case BlockKind::Heading:
      return "h4";
    case BlockKind::Quote:
      return "blockquote";
    default:
      return "p";
  }
}

std::string_view class_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::Caption:
      return " class=\"caption\"";
    case BlockKind::Byline:
    case BlockKind::Credit:
      return " class=\"credit\"";
    case BlockKind::ListItem:
      return " class=\"item\"";
    default:
      return "";
  }
}

std::vector<std::vector<Place>> mentions_by_article(const Network& network) {
  std::vector<std::vector<Place>> result(network[boost::graph_bundle].articles.size());
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    for (const auto& mention : network[v].mentions) {
      if (mention.article < result.size()) {
        result[mention.article].push_back({mention.text, v});
      }
    }
  }
  for (auto& places : result) {
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
      return std::tuple(a.span.begin, b.span.end, a.actor) < std::tuple(b.span.begin, a.span.end, b.actor);
    });
  }
  return result;
}

void add_mark(std::vector<Mark>& marks, const Block& block, Span place, std::size_t what) {
  const Mark mark = {block.at(place.begin), block.at(place.end), what};
  if (mark.begin < mark.end) {
    marks.push_back(mark);
  }
}

// Those of an article's places that lie in the block; `places` are in order of their beginnings.
std::vector<Mark> marks_of(const Block& block, const std::vector<Place>& places) {
  std::vector<Mark> marks;
  if (block.places.empty()) {
    return marks;
  }
  const auto first = std::partition_point(places.begin(), places.end(),
                                          [&](const Place& p) { return p.span.begin < block.places.front(); });
  for (auto place = first; place != places.end() && place->span.begin <= block.places.back(); ++place) {
    add_mark(marks, block, place->span, place->actor);
  }
  return marks;
}

// Where marks begin or end: between two such places nothing changes.
std::vector<std::size_t> cuts(const Block& block, const std::vector<Mark>& mentions, const std::vector<Mark>& quoted) {
  std::vector<std::size_t> result = {0, block.bytes.size() - 1};
  for (const auto* marks : {&mentions, &quoted}) {
    for (const auto& mark : *marks) {
      result.push_back(mark.begin);
      result.push_back(mark.end);
    }
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

// The marks over a piece of text, kept up while pieces follow one another.
class Cover {
 public:
  explicit Cover(const std::vector<Mark>& marks) : marks_(marks) {}

  const std::vector<const Mark*>& move_to(std::size_t at) {
    std::erase_if(open_, [&](const Mark* mark) { return mark->end <= at; });
    for (; next_ < marks_.size() && marks_[next_].begin <= at; ++next_) {
      open_.push_back(&marks_[next_]);
    }
    return open_;
  }

 private:
  const std::vector<Mark>& marks_;
  std::vector<const Mark*> open_;
  std::size_t next_ = 0;
};

std::string mention_html(const Network& network, std::vector<const Mark*> marks, const std::string& text) {
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Mark* a, const Mark* b) { return a->end - a->begin < b->end - b->begin; });
  std::string actors;
  for (const auto* mark : marks) {
    actors += (actors.empty() ? "" : " ") + std::to_string(mark->what);
  }
  return fmt::format(R"(<mark class="{}" data-a="{}">{}</mark>)", actor_kind_name(network[marks.front()->what].kind),
                     actors, text);
}

std::string block_html(const Network& network, const Block& block, const std::vector<Mark>& mentions,
                       const std::vector<Mark>& quoted) {
  const auto tag = tag_of(block.kind);
  std::string html = fmt::format("<{}{} dir=\"auto\">", tag, class_of(block.kind));
  const auto edges = cuts(block, mentions, quoted);
  Cover actors(mentions);
  Cover sentences(quoted);
  const Mark* inside = nullptr;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    const auto& sentence = sentences.move_to(edges[i]);
    const Mark* const now = sentence.empty() ? nullptr : sentence.back();
    if (now != inside) {
      html += inside != nullptr ? "</span>" : "";
      html += now != nullptr ? fmt::format("<span data-s=\"{}\">", now->what) : "";
      inside = now;
    }
    const auto text = escaped_xml(printable(block.piece(edges[i], edges[i + 1])));
    const auto& marks = actors.move_to(edges[i]);
    html += marks.empty() ? text : mention_html(network, marks, text);
  }
  html += inside != nullptr ? "</span>" : "";
  return html + fmt::format("</{}>\n", tag);
}

class ArticleWriter {
 public:
  ArticleWriter(const Network& network, const std::vector<Quotation>& quoted)
      : network_(network), quoted_(quoted), mentions_(mentions_by_article(network)) {}

  std::string whole(std::uint32_t article, const Document& document) const {
    const auto [first, last] = quotations_of(article);
    std::string html;
    for (const auto& block : blocks_of(document)) {
      std::vector<Mark> sentences;
      for (auto q = first; !block.places.empty() && q != last; ++q) {
        add_mark(sentences, block, q->place, index_of(q));
      }
      html += block_html(network_, block, marks_of(block, mentions_[article]), sentences);
    }
    return html;
  }

  std::string sentences(std::uint32_t article) const {
    const auto [first, last] = quotations_of(article);
    std::string html;
    for (auto q = first; q != last; ++q) {
      const auto block = block_of(*q);
      html +=
          block_html(network_, block, marks_of(block, mentions_[article]), {{0, block.bytes.size() - 1, index_of(q)}});
    }
    return html;
  }

 private:
  using Iterator = std::vector<Quotation>::const_iterator;

  std::pair<Iterator, Iterator> quotations_of(std::uint32_t article) const {
    const auto less = [](const Quotation& q, std::uint32_t a) { return q.article < a; };
    return {std::lower_bound(quoted_.begin(), quoted_.end(), article, less),
            std::lower_bound(quoted_.begin(), quoted_.end(), article + 1, less)};
  }
  std::size_t index_of(Iterator q) const { return static_cast<std::size_t>(q - quoted_.begin()); }

  const Network& network_;
  const std::vector<Quotation>& quoted_;
  std::vector<std::vector<Place>> mentions_;
};

// A link to the article itself. Addresses of other kinds ("javascript:") are none.
std::string original_html(const ArticleRecord& record) {
  if (!record.source.starts_with("https://") && !record.source.starts_with("http://")) {
    return "";
  }
  return fmt::format(
      "<p class=\"credit original\"><a href=\"{}\" target=\"_blank\" rel=\"noopener noreferrer\">The original at "
      "{}</a></p>\n",
      escaped_xml(cleaned(record.source)), escaped_xml(publisher(record)));
}

bool has_title(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(),
                     [](const auto& block) { return block.kind == BlockKind::Title; });
}

}  // namespace

std::vector<Quotation> quotations(const Network& network) {
  std::vector<Quotation> result;
  const auto [begin, end] = boost::edges(network);
  for (auto edge = begin; edge != end; ++edge) {
    for (const auto& evidence : network[*edge].evidence) {
      result.push_back({evidence.article, evidence.sentence, evidence.text});
    }
  }
  std::sort(result.begin(), result.end(), [](const Quotation& a, const Quotation& b) {
    return std::tuple(place_of(a), a.text) < std::tuple(place_of(b), b.text);
  });
  result.erase(std::unique(result.begin(), result.end(),
                           [](const Quotation& a, const Quotation& b) { return place_of(a) == place_of(b); }),
               result.end());
  return result;
}

std::size_t quotation_of(const std::vector<Quotation>& quoted, const Evidence& evidence) {
  const auto at = std::lower_bound(quoted.begin(), quoted.end(), std::tuple(evidence.article, evidence.sentence),
                                   [](const Quotation& q, const auto& place) { return place_of(q) < place; });
  return static_cast<std::size_t>(at - quoted.begin());
}

std::string articles_html(const Network& network, std::span<const Document> documents,
                          const std::vector<Quotation>& quoted) {
  const auto& records = network[boost::graph_bundle].articles;
  const ArticleWriter writer(network, quoted);
  std::string html;
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    const auto document =
        std::find_if(documents.begin(), documents.end(), [&](const auto& d) { return d.id == records[i].id; });
    const bool whole = document != documents.end();
    const auto title = cleaned(records[i].title.empty() ? records[i].id : records[i].title);
    html += fmt::format("<article aria-label=\"{}\">\n", escaped_xml(title));
    if (!whole || !has_title(*document)) {
      html += fmt::format("<h3 dir=\"auto\">{}</h3>\n", escaped_xml(title));
    }
    html += original_html(records[i]);
    if (!whole) {
      html += "<p class=\"credit\">Only the sentences that the graph quotes.</p>\n";
    }
    html += (whole ? writer.whole(i, *document) : writer.sentences(i)) + "</article>\n";
  }
  return html;
}

}  // namespace entente

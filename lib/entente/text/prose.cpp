#include <entente/text/prose.hpp>

#include <algorithm>
#include <utility>

#include <entente/text/characters.hpp>
#include <entente/text/twice_encoded.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr char32_t ZeroWidthJoiner = 0x200D;

}  // namespace

ProseBuilder::ProseBuilder(std::string_view source) : source_(source), twice_encoded_(is_twice_encoded(source)) {}

void ProseBuilder::begin_block(BlockKind kind, bool certain) {
  if (open_) {
    prose_.blocks.back().text.end = static_cast<std::uint32_t>(prose_.text.size());
  }
  open_ = false;
  space_ = false;
  next_.kind = kind;
  next_.certain = certain;
}

// Maps the text that is written next to the source; source_size as in Segment.
void ProseBuilder::add_segment(std::size_t source_at, std::uint32_t source_size) {
  const auto text_begin = static_cast<std::uint32_t>(prose_.text.size());
  const auto source_begin = static_cast<std::uint32_t>(source_at);
  if (!prose_.segments.empty() && source_size == 0) {
    const Segment& last = prose_.segments.back();
    if (last.source_size == 0 && source_begin - last.source_begin == text_begin - last.text_begin) {
      return;
    }
  }
  prose_.segments.push_back({text_begin, source_begin, source_size});
}

// Writes the gap before the next text, which was read at source_at: an empty line between blocks, or a space.
void ProseBuilder::write_gap(std::size_t source_at) {
  if (!open_) {
    before_block_ = {prose_.text.size(), prose_.segments.size(), last_source_};
  }
  const std::size_t gap = open_ ? (space_ ? 1 : 0) : (prose_.blocks.empty() ? 0 : 2);
  if (gap > 0) {
    // If the source has enough bytes before the text, the gap is mapped to them, so that no new segment is needed.
    const std::size_t room = source_at >= last_source_ ? source_at - last_source_ : 0;
    add_segment(room >= gap ? source_at - gap : last_source_, 0);
    prose_.text.append(open_ ? " " : "\n\n");
  }
  if (!open_) {
    const auto begin = static_cast<std::uint32_t>(prose_.text.size());
    prose_.blocks.push_back({next_.kind, next_.certain, {begin, begin}});
    open_ = true;
  }
  space_ = false;
}

std::string_view ProseBuilder::block() const {
  return open_ ? std::string_view(prose_.text).substr(prose_.blocks.back().text.begin) : std::string_view();
}

void ProseBuilder::drop_block() {
  if (open_) {
    prose_.text.resize(before_block_.text);
    prose_.segments.resize(before_block_.segments);
    prose_.blocks.pop_back();
    last_source_ = before_block_.last_source;
  }
  open_ = false;
  space_ = false;
}

void ProseBuilder::copy(std::size_t begin, std::size_t end) {
  constexpr char Lead = '\xC3';  // the first byte of "â", "Ã" and the others that can begin such a sequence
  std::size_t from = begin;
  for (std::size_t at = twice_encoded_ ? source_.find(Lead, begin) : end; at < end; at = source_.find(Lead, at)) {
    const TwiceEncoded found = twice_encoded_at(source_.substr(at, end - at));
    if (found.size > 0) {
      copy_run(from, at);
      put(found.text, at, at + found.size);
      from = at + found.size;
    }
    at += std::max<std::size_t>(found.size, 1);
  }
  copy_run(from, end);
}

void ProseBuilder::copy_run(std::size_t begin, std::size_t end) {
  std::size_t from = begin;  // where the text begins that is not written yet
  const auto flush = [&](std::size_t to) {
    if (to > from) {
      write_gap(from);
      add_segment(from, 0);
      prose_.text.append(source_.substr(from, to - from));
      last_source_ = to;
    }
  };
  char32_t before = 0;
  for (std::size_t at = begin; at < end;) {
    const CodePoint c = decode(source_, at);
    const std::size_t next = at + c.size;
    const CharKind kind =
        c.value == ZeroWidthJoiner && is_stray_joiner(before, next < end ? decode(source_, next).value : 0)
            ? CharKind::Ignorable
            : char_kind(c.value);
    before = c.value;
    if (kind == CharKind::Space) {
      // A single plain space between words stays within the run that is copied.
      const bool plain = c.value == ' ' && at > from && next < end && source_[next] > ' ' &&
                         static_cast<unsigned char>(source_[next]) < 0x80;
      if (!plain) {
        flush(at);
        space_ = true;
        from = next;
      }
    } else if (kind == CharKind::Ignorable) {
      flush(at);
      from = next;
    }
    at = next;
  }
  flush(end);
}

void ProseBuilder::put(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const CharKind kind = char_kind(c.value);
    if (kind == CharKind::Space) {
      space_ = true;
    } else if (kind != CharKind::Ignorable) {
      write_gap(begin);
      add_segment(begin, static_cast<std::uint32_t>(end - begin));
      prose_.text.append(text.substr(at, c.size));
      last_source_ = end;
    }
    at += c.size;
  }
}

Prose ProseBuilder::finish() {
  begin_block();
  const bool same = prose_.text == source_.substr(0, prose_.text.size()) &&
                    (prose_.segments.empty() || (prose_.segments.size() == 1 && prose_.segments[0].source_begin == 0));
  if (same) {
    prose_.segments.clear();
  }
  return std::move(prose_);
}

}  // namespace entente

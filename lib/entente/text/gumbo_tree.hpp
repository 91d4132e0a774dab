// Functions to walk a tree of gumbo, the HTML parser. Private to the room.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <gumbo.h>

namespace entente::inline v0_1 {

// The value of an attribute as written; empty if the element does not have it.
inline std::string_view attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* const found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

inline bool has_attribute(const GumboNode& node, const char* name) {
  return gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

inline bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT; }
inline bool is_element(const GumboNode& node, GumboTag tag) { return is_element(node) && node.v.element.tag == tag; }
inline bool is_text(const GumboNode& node) { return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA; }

// The child nodes of an element; none for other nodes.
inline std::span<GumboNode* const> children(const GumboNode& node) {
  if (!is_element(node)) {
    return {};
  }
  const GumboVector& list = node.v.element.children;
  return {reinterpret_cast<GumboNode* const*>(list.data), list.length};
}

// How the text of an element relates to the text around it.
enum class TagRole : unsigned char {
  Inline,   // part of a line of text
  Block,    // separate from it
  Skipped,  // never text of an article: scripts, controls, menus
};

TagRole role_of(GumboTag tag);

// Whether the node is the outer one or below it.
inline bool is_inside(const GumboNode& node, const GumboNode& outer) {
  const GumboNode* at = &node;
  while (at != nullptr && at != &outer) {
    at = at->parent;
  }
  return at == &outer;
}

// Calls visit(element) for the elements below, in the order of the page. Where visit returns false, it skips the
// elements below that element.
template <typename Visit>
void for_each_below(const GumboNode& outer, Visit visit) {
  std::vector<const GumboNode*> open;
  const auto push_children = [&open](const GumboNode& node) {
    const auto below = children(node);
    for (auto child = below.rbegin(); child != below.rend(); ++child) {
      if (is_element(**child)) {
        open.push_back(*child);
      }
    }
  };
  push_children(outer);
  while (!open.empty()) {
    const GumboNode* const node = open.back();
    open.pop_back();
    if (visit(*node)) {
      push_children(*node);
    }
  }
}

}  // namespace entente

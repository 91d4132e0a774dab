// A small, strict reader of XML for tests: what it takes is well-formed, and every text in it is as a reader sees it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente::test {

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;  // of the element itself, without that of its children
  std::vector<Element> children;

  std::string attribute(const std::string& key) const;
  double number(const std::string& key) const;
  // Whether `word` is one of its classes.
  bool has_class(std::string_view word) const;
};

// The root element. Throws std::runtime_error with the place and the reason where the text is not well-formed XML.
Element parse_xml(std::string_view xml);

// All elements of that name below (and with) the root, in the order of the text.
std::vector<const Element*> all_named(const Element& root, std::string_view name);
std::vector<const Element*> all_of_class(const Element& root, std::string_view word);

}  // namespace entente::test

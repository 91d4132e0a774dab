// The format of an article, determined from the ending of its path and from its first bytes.
#pragma once

#include <string_view>

#include <entente/export.hpp>
#include <entente/text/article.hpp>

namespace entente::inline v0_1 {

// The ending counts first (.html .htm .xhtml .md .markdown .txt); without one that is known the content does: a page
// begins with markup, Markdown with "---" and keys or with a "#" heading. Path and content may be empty.
ENTENTE_EXPORT ArticleFormat guess_format(std::string_view path, std::string_view content);

}  // namespace entente

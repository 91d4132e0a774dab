# How Doxygen sees the plain comments of the public headers (sed -E -f): what stands above a declaration, or behind it,
# describes it; the first comment describes the file; what is indented by more than one space is code.
1s|^// |/// @file\n/// |
1s|^/\* |/** @file\n * |
s|^( *)//   |\1///       |
s|^( *)// ?([^/]\|$)|\1/// \2|
s|^( *[^/ }][^/]*[^/ ])  +// ([^N].*)$|\1  /**< \2 */|
s|^( *)/\* |\1/** |
s|^([^/]+[^/ ]) +/\* (.*\*/)$|\1  /**< \2|
# Doxygen does not read a nested inline namespace.
s/^namespace entente::inline v[0-9_]+ /namespace entente /

# Compiles files of data/ into a target: their bytes, and a table of their names. Where the compiler's assembler can
# include a file as it is (GCC and Clang, ELF), it does: no time and no memory. Elsewhere a generated C source holds
# the bytes. ENTENTE_EMBED chooses: auto, assembler or source.
set(ENTENTE_EMBED auto CACHE STRING "How data is compiled in: auto, assembler (.incbin, ELF), source (any C compiler)")
set_property(CACHE ENTENTE_EMBED PROPERTY STRINGS auto assembler source)

# The assembler's lines that include a file under a symbol, as strings of C.
function(entente_incbin out symbol file)
  set(${out} "  \".balign 64\\n.global ${symbol}_begin\\n.hidden ${symbol}_begin\\n${symbol}_begin:\\n\"
  \".incbin \\\"${file}\\\"\\n${symbol}_end: .byte 0\\n\"
  \".balign 8\\n.global ${symbol}_size\\n.hidden ${symbol}_size\\n${symbol}_size: .quad ${symbol}_end - ${symbol}_begin\\n\"\n" PARENT_SCOPE)
endfunction()
set(entente_asm_open "__asm__(\".pushsection .rodata\\n\"\n")
set(entente_asm_close "  \".popsection\\n\");\n")

# SYMBOL is how the names of the linker's symbols begin: two targets that are linked together must not share it.
function(entente_embed target)
  cmake_parse_arguments(arg "" "ROOT;SYMBOL" "FILES" ${ARGN})
  if(NOT arg_SYMBOL)
    set(arg_SYMBOL entente_resource)
  endif()
  set(way ${ENTENTE_EMBED})
  if(way STREQUAL "auto")
    entente_incbin(probe probe ${CMAKE_CURRENT_FUNCTION_LIST_FILE})
    set(probe_source ${CMAKE_CURRENT_BINARY_DIR}/incbin_probe.c)
    file(WRITE ${probe_source} "#ifndef __ELF__\n#error\n#endif\n#include <stdint.h>\n${entente_asm_open}${probe}${entente_asm_close}"
         "extern const char probe_begin[];\nextern const uint64_t probe_size;\n"
         "int main(void) { return probe_size == 0 ? probe_begin[0] : 0; }\n")
    try_compile(ENTENTE_HAS_INCBIN ${CMAKE_CURRENT_BINARY_DIR}/incbin_probe ${probe_source})
    if(ENTENTE_HAS_INCBIN)
      set(way assembler)
    else()
      set(way source)
    endif()
  endif()

  set(out ${CMAKE_CURRENT_BINARY_DIR}/${arg_SYMBOL})
  set(assembly "")
  set(declarations "")
  set(rows "")
  set(sources "")
  set(index 0)
  foreach(file IN LISTS arg_FILES)
    set(symbol "${arg_SYMBOL}_${index}")
    if(way STREQUAL "assembler")
      entente_incbin(lines ${symbol} ${arg_ROOT}/${file})
      string(APPEND assembly "${entente_asm_open}${lines}${entente_asm_close}")
    else()
      add_custom_command(OUTPUT ${out}/${symbol}.c
        COMMAND ${CMAKE_COMMAND} -DFILE=${arg_ROOT}/${file} -DSYMBOL=${symbol} -DOUT=${out}/${symbol}.c
                -P ${PROJECT_SOURCE_DIR}/cmake/EmbedSource.cmake
        DEPENDS ${arg_ROOT}/${file} ${PROJECT_SOURCE_DIR}/cmake/EmbedSource.cmake VERBATIM)
      list(APPEND sources ${out}/${symbol}.c)
    endif()
    string(APPEND declarations "extern \"C\" const char ${symbol}_begin[];\nextern \"C\" const std::uint64_t ${symbol}_size;\n")
    string(APPEND rows "    {\"${file}\", ${symbol}_begin, &${symbol}_size},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  file(MAKE_DIRECTORY ${out})
  if(way STREQUAL "assembler")
    file(CONFIGURE OUTPUT ${out}/resources.c CONTENT "${assembly}extern int entente_resources;\n" @ONLY)
    list(TRANSFORM arg_FILES PREPEND "${arg_ROOT}/" OUTPUT_VARIABLE paths)
    set_source_files_properties(${out}/resources.c PROPERTIES OBJECT_DEPENDS "${paths}")
    set(sources ${out}/resources.c)
  endif()
  # A literal of more than 4,095 characters is more than the C standard promises, and what every compiler here takes.
  set_source_files_properties(${sources} PROPERTIES COMPILE_OPTIONS "-w")
  file(CONFIGURE OUTPUT ${out}/resource_table.inc CONTENT "${rows}" @ONLY)
  file(CONFIGURE OUTPUT ${out}/resource_symbols.inc CONTENT "${declarations}" @ONLY)
  set_target_properties(${target} PROPERTIES C_VISIBILITY_PRESET hidden)
  target_sources(${target} PRIVATE ${sources})
  target_include_directories(${target} PRIVATE ${out})
endfunction()

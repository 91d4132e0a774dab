# What every target of the project shares: the language level and the warnings.
function(entente_defaults target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON
                                             CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  # GCC 12 sees an overlap in `"a" + std::string` where there is none (its bug 105329): no -Wrestrict there.
  # A product and a sum are rounded one after the other, also where the processor could do both at once: the same input
  # gives the same bytes on every machine.
  target_compile_options(${target} PRIVATE -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
                                           $<$<BOOL:${ENTENTE_WERROR}>:-Werror>)
endfunction()

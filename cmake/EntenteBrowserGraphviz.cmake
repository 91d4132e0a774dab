# Graphviz for a browser: its graphs and the layout "dot", with the parser of labels' tables (Expat). No drawing, no
# plug-ins that are loaded, no fonts: the library sets its own sizes and writes SVG itself.
find_package(BISON REQUIRED)
find_package(FLEX REQUIRED)
find_program(AWK NAMES gawk awk REQUIRED)

set(graphviz ${browser_sources}/graphviz)
set(graphviz_made ${PROJECT_BINARY_DIR}/graphviz)
file(MAKE_DIRECTORY ${graphviz_made})

set(expat ${browser_sources}/expat/lib)
browser_library(expat SOURCES ${expat}/xmlparse.c ${expat}/xmlrole.c ${expat}/xmltok.c INCLUDES ${expat})
file(CONFIGURE OUTPUT ${graphviz_made}/expat/expat_config.h CONTENT "\
#define BYTEORDER 1234
#define HAVE_MEMMOVE
#define XML_CONTEXT_BYTES 1024
#define XML_POOR_ENTROPY  // its tables hold the names of our own labels
" @ONLY)
target_include_directories(browser_expat PRIVATE ${graphviz_made}/expat)

# Its parsers, renamed as its own makefiles rename them.
function(graphviz_parser grammar prefix out)
  add_custom_command(OUTPUT ${graphviz_made}/${out}.c ${graphviz_made}/${out}.h
    COMMAND ${BISON_EXECUTABLE} -y -d -Wno-all -o ${graphviz_made}/${out}.c ${grammar}
    COMMAND sed -i -e "s/yy/${prefix}/g" -e "s/unsigned long int/uint64_t/g" -e "s/unsigned long/uint64_t/g"
                ${graphviz_made}/${out}.c ${graphviz_made}/${out}.h
    DEPENDS ${grammar} VERBATIM)
endfunction()
graphviz_parser(${graphviz}/lib/cgraph/grammar.y aag grammar)
graphviz_parser(${graphviz}/lib/common/htmlparse.y html htmlparse)
add_custom_command(OUTPUT ${graphviz_made}/scan.c
  COMMAND ${FLEX_EXECUTABLE} -i -o ${graphviz_made}/scan.c ${graphviz}/lib/cgraph/scan.l
  COMMAND sed -i -e "s/yy/aag/g" -e "/extern.*isatty/d" ${graphviz_made}/scan.c
  DEPENDS ${graphviz}/lib/cgraph/scan.l VERBATIM)
# Its table of colors.
add_custom_command(OUTPUT ${graphviz_made}/colortbl.h
  COMMAND sh -c "{ '${AWK}' -f '${graphviz}/awk/brewer.awk' brewer_colors; '${AWK}' -f '${graphviz}/awk/svgcolor.awk' \
svgcolor_names; cat color_names; } | LC_ALL=C sort | '${AWK}' -f '${graphviz}/awk/colortbl.awk' /dev/stdin > '${graphviz_made}/colortbl.h'"
  WORKING_DIRECTORY ${graphviz}/lib/common VERBATIM)

# The names of fonts, which PostScript alone asks for.
add_custom_command(OUTPUT ${graphviz_made}/ps_font_equiv.h
  COMMAND sh -c "{ cat ps_fontmap.txt; perl mksvgfonts.pl fontmap.cfg ps_font_equiv.txt | LC_ALL=C sort; } > '${graphviz_made}/ps_font_equiv.h'"
  WORKING_DIRECTORY ${graphviz}/lib/common VERBATIM)

# What its configure script would find out.
file(CONFIGURE OUTPUT ${graphviz_made}/config.h CONTENT "\
#define DEFAULT_DPI 96
#define DEFAULT_FONTPATH \"\"
#define GVPLUGIN_CONFIG_FILE \"\"
#define PACKAGE_VERSION \"2.42.2\"
#define HAVE_DRAND48
#define HAVE_SRAND48
#define HAVE_LRAND48
#define HAVE_CBRT
#define HAVE_EXPAT
#define HAVE_EXPAT_H
#define HAVE_FCNTL_H
#define HAVE_GETENV
#define HAVE_SETENV
#define HAVE_STDINT_H
#define HAVE_INTTYPES_H
#define HAVE_STRCASECMP
#define HAVE_STRNCASECMP
#define HAVE_STRINGS_H
#define HAVE_SYS_STAT_H
#define HAVE_SYS_TIME_H
#define HAVE_SYS_TYPES_H
#define HAVE_UNISTD_H
#define HAVE_VSNPRINTF
" @ONLY)
file(CONFIGURE OUTPUT ${graphviz_made}/builddate.h CONTENT "#define BUILDDATE \"0\"\n" @ONLY)

set(sources ${graphviz_made}/grammar.c ${graphviz_made}/scan.c ${graphviz_made}/htmlparse.c ${graphviz_made}/colortbl.h
            ${graphviz_made}/ps_font_equiv.h)
foreach(folder IN ITEMS cdt cgraph pathplan xdot label pack common gvc dotgen)
  file(GLOB some ${graphviz}/lib/${folder}/*.c)
  list(APPEND sources ${some})
  list(APPEND includes ${graphviz}/lib/${folder})
endforeach()
list(APPEND includes ${graphviz}/lib/fdpgen ${graphviz}/lib/neatogen)  # headers alone
list(APPEND sources ${graphviz}/plugin/dot_layout/gvplugin_dot_layout.c ${graphviz}/plugin/dot_layout/gvlayout_dot_layout.c)
# Programs, tests, and what other systems or configurations have instead.
list(FILTER sources EXCLUDE REGEX "/cgraph/(main[1-3]?|tester|cmpnd)\\.c$")
list(FILTER sources EXCLUDE REGEX "/common/(diagen|hpglgen|mifgen|mpgen|picgen|vtxgen|strn?casecmp|logic)\\.c$")
list(FILTER sources EXCLUDE REGEX "/(gvc/gvbuffstderr|label/nrtmain|pack/ptest)\\.c$")

# Programs say <graphviz/gvc.h>, which says <types.h>.
foreach(header IN ITEMS cdt/cdt cgraph/cgraph common/arith common/color common/geom common/textspan common/types
                        common/usershape gvc/gvc gvc/gvcext gvc/gvcjob gvc/gvcommon gvc/gvconfig gvc/gvplugin
                        gvc/gvplugin_device gvc/gvplugin_layout gvc/gvplugin_loadimage gvc/gvplugin_render
                        gvc/gvplugin_textlayout pack/pack pathplan/pathgeom pathplan/pathplan xdot/xdot)
  file(COPY ${graphviz}/lib/${header}.h DESTINATION ${browser_headers}/graphviz)
endforeach()

browser_library(graphviz SOURCES ${sources} INCLUDES ${browser_headers} ${browser_headers}/graphviz)
target_include_directories(browser_graphviz BEFORE PRIVATE ${graphviz_made} ${graphviz} ${includes})
target_compile_definitions(browser_graphviz PRIVATE HAVE_CONFIG_H)
target_link_libraries(browser_graphviz PRIVATE browser_expat)

#include "CNameModel.h"

extern const unsigned char dossier_names_english_start[];
extern const unsigned char dossier_names_english_end[];

const void *dossier_names_english(void) { return dossier_names_english_start; }

size_t dossier_names_english_size(void) {
  return (size_t)(dossier_names_english_end - dossier_names_english_start);
}

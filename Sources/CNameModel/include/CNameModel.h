// The trained weights of the taggers of names, as they lie in the executable.
#ifndef DOSSIER_NAME_MODEL_H
#define DOSSIER_NAME_MODEL_H

#include <stddef.h>

const void *dossier_names_english(void);
size_t dossier_names_english_size(void);

#endif

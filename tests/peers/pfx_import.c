/* What Windows' own PFXImportCertStore makes of a PFX file.
 *
 *   pfx_import.exe FILE PASSWORD_FILE [FILE PASSWORD_FILE]...
 *
 * A password file holds UTF-16LE without a mark. Prints one line for each file: how many
 * certificates it gave and how many of them with their key, or `refused CODE`.
 * The keys are not persisted.
 */
#include <windows.h>
#include <wincrypt.h>
#include <stdio.h>
#include <stdlib.h>

#ifndef PKCS12_NO_PERSIST_KEY
#define PKCS12_NO_PERSIST_KEY 0x8000
#endif

static BYTE *whole(const char *path, DWORD *size) {
    FILE *file = fopen(path, "rb");
    if (!file) exit(2);
    fseek(file, 0, SEEK_END);
    *size = (DWORD)ftell(file);
    fseek(file, 0, SEEK_SET);
    BYTE *bytes = calloc(*size + 2, 1);
    if (fread(bytes, 1, *size, file) != *size) exit(2);
    fclose(file);
    return bytes;
}

static int has_key(PCCERT_CONTEXT certificate) {
    /* Without persisted keys Windows hands over a key handle, with them a provider's name. */
    DWORD size = 0;
    return CertGetCertificateContextProperty(certificate, CERT_KEY_PROV_INFO_PROP_ID, NULL, &size) ||
           CertGetCertificateContextProperty(certificate, CERT_KEY_CONTEXT_PROP_ID, NULL, &size);
}

static void import(const char *path, const char *password_path) {
    DWORD password_size;
    CRYPT_DATA_BLOB blob;
    blob.pbData = whole(path, &blob.cbData);
    LPWSTR password = (LPWSTR)whole(password_path, &password_size);
    HCERTSTORE store = PFXImportCertStore(&blob, password, CRYPT_EXPORTABLE | PKCS12_NO_PERSIST_KEY);
    if (!store) {
        printf("refused %08lx\n", GetLastError());
        return;
    }
    int certificates = 0, keys = 0;
    PCCERT_CONTEXT certificate = NULL;
    while ((certificate = CertEnumCertificatesInStore(store, certificate))) {
        certificates++;
        keys += has_key(certificate);
    }
    printf("certificates %d keys %d\n", certificates, keys);
    CertCloseStore(store, 0);
}

int main(int count, char **arguments) {
    if (count < 3 || count % 2 == 0) return 64;
    for (int at = 1; at < count; at += 2) import(arguments[at], arguments[at + 1]);
    return 0;
}

/* Test only, never shipped: Wine 8 lacks bcryptprimitives.dll, which every
 * current Rust program imports, and the program then ends with code 53 and no
 * word. SystemFunction036 is RtlGenRandom, the system's own generator. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    while (length > 0) {
        ULONG part = length > 0x10000 ? 0x10000 : (ULONG)length;
        if (!SystemFunction036(buffer, part)) {
            return FALSE;
        }
        buffer += part;
        length -= part;
    }
    return TRUE;
}

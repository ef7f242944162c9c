//! Private keys of certificates: whether they open, and their removal when an import fails half-way.

use std::ptr;

use windows_sys::Win32::Foundation::GetLastError;
use windows_sys::Win32::Security::Cryptography::{
    CERT_CONTEXT, CERT_KEY_PROV_INFO_PROP_ID, CERT_NCRYPT_KEY_SPEC,
    CRYPT_ACQUIRE_ALLOW_NCRYPT_KEY_FLAG, CRYPT_ACQUIRE_COMPARE_KEY_FLAG, CRYPT_ACQUIRE_SILENT_FLAG,
    CRYPT_DELETEKEYSET, CRYPT_KEY_PROV_INFO, CRYPT_MACHINE_KEYSET,
    CertGetCertificateContextProperty, CryptAcquireCertificatePrivateKey, CryptAcquireContextW,
    CryptReleaseContext, HCRYPTPROV_OR_NCRYPT_KEY_HANDLE, NCRYPT_KEY_HANDLE,
    NCRYPT_MACHINE_KEY_FLAG, NCRYPT_PROV_HANDLE, NCryptDeleteKey, NCryptFreeObject, NCryptOpenKey,
    NCryptOpenStorageProvider,
};

use crate::core::iis::store::KeyLink;

/// What is known of the private key of a certificate; the user is never asked anything. The pointer leads
/// to a valid context.
pub(super) fn link(context: *const CERT_CONTEXT, is_administrator: bool) -> KeyLink {
    let names_container = property(context, CERT_KEY_PROV_INFO_PROP_ID).is_some();
    let error = match names_container {
        true => opening_error(context),
        false => 0,
    };
    KeyLink::of_outcome(names_container, error, is_administrator)
}

/// What is known of the key without trying it. The pointer leads to a valid context.
pub(super) fn untried(context: *const CERT_CONTEXT) -> KeyLink {
    match property(context, CERT_KEY_PROV_INFO_PROP_ID) {
        Some(_) => KeyLink::Unknown,
        None => KeyLink::Missing,
    }
}

/// 0 when the key opens and belongs to the certificate. The pointer leads to a valid context.
pub(super) fn opening_error(context: *const CERT_CONTEXT) -> u32 {
    let flags = CRYPT_ACQUIRE_SILENT_FLAG
        | CRYPT_ACQUIRE_ALLOW_NCRYPT_KEY_FLAG
        | CRYPT_ACQUIRE_COMPARE_KEY_FLAG;
    let mut key: HCRYPTPROV_OR_NCRYPT_KEY_HANDLE = 0;
    let mut kind = 0;
    let mut is_ours = 0;
    // SAFETY: the caller's context is alive; all pointers are valid for the call.
    let opened = unsafe {
        CryptAcquireCertificatePrivateKey(
            context,
            flags,
            ptr::null(),
            &raw mut key,
            &raw mut kind,
            &raw mut is_ours,
        )
    };
    if opened == 0 {
        // SAFETY: reads a number of this thread.
        let error = unsafe { GetLastError() };
        // A failure without a code must not look like success.
        return error.max(1);
    }
    if is_ours != 0 {
        // SAFETY: the handle came from the call above, is ours and of the kind it told.
        unsafe {
            match kind {
                CERT_NCRYPT_KEY_SPEC => {
                    NCryptFreeObject(key);
                }
                _ => {
                    CryptReleaseContext(key, 0);
                }
            }
        }
    }
    0
}

/// A property of a certificate as bytes, aligned for structures. The pointer leads to a valid context.
pub(super) fn property(context: *const CERT_CONTEXT, id: u32) -> Option<(Vec<u64>, usize)> {
    let mut size = 0u32;
    // SAFETY: the caller's context is alive; without a buffer only the size is told.
    let is_there =
        unsafe { CertGetCertificateContextProperty(context, id, ptr::null_mut(), &raw mut size) };
    if is_there == 0 || size == 0 {
        return None;
    }
    let mut buffer = vec![0u64; (size as usize).div_ceil(8)];
    // SAFETY: the buffer is at least as long as said.
    let was_read = unsafe {
        CertGetCertificateContextProperty(context, id, buffer.as_mut_ptr().cast(), &raw mut size)
    };
    (was_read != 0).then_some((buffer, size as usize))
}

/// Removes the key container that an import has just made for this certificate. The pointer leads to a
/// valid context that nobody else uses yet.
pub(super) fn remove(context: *const CERT_CONTEXT) {
    let Some((buffer, size)) = property(context, CERT_KEY_PROV_INFO_PROP_ID) else {
        return;
    };
    if size < size_of::<CRYPT_KEY_PROV_INFO>() {
        return;
    }
    // SAFETY: Windows filled the buffer with this structure, whose pointers lead into the same buffer; it
    // is aligned, long enough and lives to the end of this function.
    let info = unsafe { &*buffer.as_ptr().cast::<CRYPT_KEY_PROV_INFO>() };
    match info.dwProvType {
        0 => remove_cng(info),
        _ => remove_csp(info),
    }
}

fn remove_cng(info: &CRYPT_KEY_PROV_INFO) {
    let mut provider: NCRYPT_PROV_HANDLE = 0;
    let mut key: NCRYPT_KEY_HANDLE = 0;
    // SAFETY: both names end with a zero and live through the calls; each handle is freed once, and a
    // deleted key frees its own.
    unsafe {
        if NCryptOpenStorageProvider(&raw mut provider, info.pwszProvName, 0) != 0 {
            return;
        }
        let opened = NCryptOpenKey(
            provider,
            &raw mut key,
            info.pwszContainerName,
            info.dwKeySpec,
            NCRYPT_MACHINE_KEY_FLAG,
        );
        if opened == 0 && NCryptDeleteKey(key, 0) != 0 {
            NCryptFreeObject(key);
        }
        NCryptFreeObject(provider);
    }
}

fn remove_csp(info: &CRYPT_KEY_PROV_INFO) {
    let mut nothing = 0;
    // SAFETY: both names end with a zero and live through the call, which opens nothing with this flag.
    unsafe {
        CryptAcquireContextW(
            &raw mut nothing,
            info.pwszContainerName,
            info.pwszProvName,
            info.dwProvType,
            CRYPT_DELETEKEYSET | CRYPT_MACHINE_KEYSET,
        )
    };
}

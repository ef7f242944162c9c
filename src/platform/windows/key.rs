//! Private keys of certificates: whether they open, and their removal when an import fails half-way.

use std::ptr;

use windows_sys::Win32::Foundation::{GetLastError, NTE_BAD_PUBLIC_KEY};
use windows_sys::Win32::Security::Cryptography::{
    CERT_CONTEXT, CERT_KEY_CONTEXT, CERT_KEY_CONTEXT_PROP_ID, CERT_KEY_PROV_INFO_PROP_ID,
    CERT_KEY_SPEC, CERT_NCRYPT_KEY_SPEC, CERT_PUBLIC_KEY_INFO, CRYPT_ACQUIRE_ALLOW_NCRYPT_KEY_FLAG,
    CRYPT_ACQUIRE_COMPARE_KEY_FLAG, CRYPT_ACQUIRE_SILENT_FLAG, CRYPT_DELETEKEYSET,
    CRYPT_KEY_PROV_INFO, CRYPT_MACHINE_KEYSET, CertComparePublicKeyInfo,
    CertGetCertificateContextProperty, CryptAcquireCertificatePrivateKey, CryptAcquireContextW,
    CryptExportPublicKeyInfo, CryptReleaseContext, HCRYPTPROV_OR_NCRYPT_KEY_HANDLE,
    NCRYPT_KEY_HANDLE, NCRYPT_MACHINE_KEY_FLAG, NCRYPT_PROV_HANDLE, NCryptDeleteKey,
    NCryptFreeObject, NCryptOpenKey, NCryptOpenStorageProvider, X509_ASN_ENCODING,
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

/// A key that closes itself.
struct OpenKey {
    handle: HCRYPTPROV_OR_NCRYPT_KEY_HANDLE,
    kind: CERT_KEY_SPEC,
    is_ours: bool,
}

impl Drop for OpenKey {
    fn drop(&mut self) {
        match (self.is_ours, self.kind) {
            (false, _) => {}
            // SAFETY: the handle is ours, of the kind that Windows told with it, and freed once.
            (true, CERT_NCRYPT_KEY_SPEC) => unsafe {
                NCryptFreeObject(self.handle);
            },
            // SAFETY: as above.
            (true, _) => unsafe {
                CryptReleaseContext(self.handle, 0);
            },
        }
    }
}

/// 0 when the key opens and belongs to the certificate. The pointer leads to a valid context.
pub(super) fn opening_error(context: *const CERT_CONTEXT) -> u32 {
    match open(context) {
        Ok(key) if is_of_another(&key, context) => NTE_BAD_PUBLIC_KEY as u32,
        Ok(_) => 0,
        Err(code) => code,
    }
}

fn open(context: *const CERT_CONTEXT) -> Result<OpenKey, u32> {
    let flags = CRYPT_ACQUIRE_SILENT_FLAG
        | CRYPT_ACQUIRE_ALLOW_NCRYPT_KEY_FLAG
        | CRYPT_ACQUIRE_COMPARE_KEY_FLAG;
    let (mut handle, mut kind, mut is_ours) = (0, 0, 0);
    // SAFETY: the caller's context is alive; all pointers are valid for the call.
    let opened = unsafe {
        CryptAcquireCertificatePrivateKey(
            context,
            flags,
            ptr::null(),
            &raw mut handle,
            &raw mut kind,
            &raw mut is_ours,
        )
    };
    if opened == 0 {
        // SAFETY: reads a number of this thread.
        let error = unsafe { GetLastError() };
        // A failure without a code must not look like success.
        return Err(error.max(1));
    }
    Ok(OpenKey {
        handle,
        kind,
        is_ours: is_ours != 0,
    })
}

/// Whether a key that is held in memory only is certainly not that of the certificate. The pointer leads to a
/// valid context.
pub(super) fn is_held_for_another(context: *const CERT_CONTEXT) -> bool {
    let Some((buffer, size)) = property(context, CERT_KEY_CONTEXT_PROP_ID) else {
        return false;
    };
    if size < size_of::<CERT_KEY_CONTEXT>() {
        return false;
    }
    // SAFETY: Windows filled the buffer with this structure; it is aligned and long enough.
    let held = unsafe { &*buffer.as_ptr().cast::<CERT_KEY_CONTEXT>() };
    let key = OpenKey {
        // SAFETY: both members of the union are a handle of the same size.
        handle: unsafe { held.Anonymous.hCryptProv },
        kind: held.dwKeySpec,
        is_ours: false,
    };
    is_of_another(&key, context)
}

/// Whether the open key is certainly not that of the certificate. Windows was asked for the comparison, but
/// leaves it out for some providers, and Wine for all.
fn is_of_another(key: &OpenKey, context: *const CERT_CONTEXT) -> bool {
    let mut size = 0u32;
    // SAFETY: the key is open; without a buffer only the size is told.
    let is_told = unsafe {
        CryptExportPublicKeyInfo(
            key.handle,
            key.kind,
            X509_ASN_ENCODING,
            ptr::null_mut(),
            &raw mut size,
        )
    };
    if is_told == 0 || (size as usize) < size_of::<CERT_PUBLIC_KEY_INFO>() {
        return false;
    }
    // Aligned as the structure wants it.
    let mut buffer = vec![0u64; (size as usize).div_ceil(8)];
    let own: *mut CERT_PUBLIC_KEY_INFO = buffer.as_mut_ptr().cast();
    // SAFETY: the buffer is at least as long as said and lives through both calls; the caller's context is
    // alive, and its information with it.
    unsafe {
        let exported =
            CryptExportPublicKeyInfo(key.handle, key.kind, X509_ASN_ENCODING, own, &raw mut size);
        let of_certificate = &raw const (*(*context).pCertInfo).SubjectPublicKeyInfo;
        exported != 0 && CertComparePublicKeyInfo(X509_ASN_ENCODING, own, of_certificate) == 0
    }
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

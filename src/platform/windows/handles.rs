//! Stores and certificates of crypt32 that free themselves.

use windows_sys::Win32::Security::Cryptography::{
    CERT_CONTEXT, CertCloseStore, CertEnumCertificatesInStore, CertFreeCertificateContext,
    HCERTSTORE,
};

/// A store that closes itself.
pub(super) struct Store(pub(super) HCERTSTORE);

impl Drop for Store {
    fn drop(&mut self) {
        // SAFETY: the handle was opened by the maker of this value and is closed once.
        unsafe { CertCloseStore(self.0, 0) };
    }
}

impl Store {
    /// Calls for each certificate; the context is only valid within the call.
    pub(super) fn each(&self, mut visit: impl FnMut(*const CERT_CONTEXT)) {
        let mut last: *const CERT_CONTEXT = std::ptr::null();
        loop {
            // SAFETY: each call frees the context before it and gives the next or null.
            last = unsafe { CertEnumCertificatesInStore(self.0, last) };
            if last.is_null() {
                return;
            }
            visit(last);
        }
    }
}

/// A certificate context that frees itself.
pub(super) struct Context(pub(super) *const CERT_CONTEXT);

impl Drop for Context {
    fn drop(&mut self) {
        // SAFETY: the context is owned by this value.
        unsafe { CertFreeCertificateContext(self.0) };
    }
}

/// DER of a context. The pointer leads to a valid context.
pub(super) fn der(context: *const CERT_CONTEXT) -> Vec<u8> {
    // SAFETY: the caller's context is alive, and its bytes with it; they are copied here.
    let bytes = unsafe {
        let context = &*context;
        std::slice::from_raw_parts(context.pbCertEncoded, context.cbCertEncoded as usize)
    };
    bytes.to_vec()
}

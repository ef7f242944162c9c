//! The certificate stores of the computer: reading them, and the one way of adding to them.

use std::ffi::OsStr;
use std::sync::Arc;

use windows_sys::Win32::Foundation::{ERROR_FILE_NOT_FOUND, GetLastError};
use windows_sys::Win32::Security::Cryptography::{
    CERT_CONTEXT, CERT_FRIENDLY_NAME_PROP_ID, CERT_OPEN_STORE_FLAGS, CERT_STORE_OPEN_EXISTING_FLAG,
    CERT_STORE_PROV_SYSTEM_W, CERT_STORE_READONLY_FLAG, CERT_SYSTEM_STORE_LOCAL_MACHINE,
    CertOpenStore,
};

use super::handles::{Store, der};
use super::{host_fault, key, system, text_of, wide};
use crate::core::env::HostFault;
use crate::core::iis::store::{KeyLink, Listed, StoreCertificate, Thumbprint};
use crate::core::x509::Certificate;

/// The stores that matter to IIS; keys are tried in the first two.
const STORES: &[(&str, bool)] = &[
    ("MY", true),
    ("WebHosting", true),
    ("CA", false),
    ("Root", false),
];

/// All certificates of these stores. One that is missing (`WebHosting` before IIS 8) is empty.
pub(super) fn certificates() -> Result<Vec<StoreCertificate>, HostFault> {
    let is_administrator = system::is_administrator();
    let mut found = Vec::new();
    for (name, has_keys) in STORES {
        let Some(store) = open(name, CERT_STORE_READONLY_FLAG)? else {
            continue;
        };
        store.each(|context| {
            let key = match has_keys {
                true => key::link(context, is_administrator),
                false => key::untried(context),
            };
            found.push(certificate(name, context, key));
        });
    }
    Ok(found)
}

/// Opens a store of the computer that exists.
pub(super) fn open(name: &str, flags: CERT_OPEN_STORE_FLAGS) -> Result<Option<Store>, HostFault> {
    open_any(name, CERT_STORE_OPEN_EXISTING_FLAG | flags)
}

/// Opens a store that every computer has for writing; where nothing was ever put into it, it comes to be.
pub(super) fn open_usual(name: &str) -> Result<Option<Store>, HostFault> {
    open_any(name, 0)
}

fn open_any(name: &str, flags: CERT_OPEN_STORE_FLAGS) -> Result<Option<Store>, HostFault> {
    let wide_name = wide(OsStr::new(name));
    let flags = CERT_SYSTEM_STORE_LOCAL_MACHINE | flags;
    // SAFETY: the name ends with a zero and lives through the call; the store closes itself.
    let store = unsafe {
        CertOpenStore(
            CERT_STORE_PROV_SYSTEM_W,
            0,
            0,
            flags,
            wide_name.as_ptr().cast(),
        )
    };
    if !store.is_null() {
        return Ok(Some(Store(store)));
    }
    // SAFETY: reads a number of this thread.
    match unsafe { GetLastError() } {
        ERROR_FILE_NOT_FOUND => Ok(None),
        code => Err(host_fault(code)),
    }
}

fn certificate(store: &str, context: *const CERT_CONTEXT, key: KeyLink) -> StoreCertificate {
    use sha1::Digest as _;
    let der = der(context);
    StoreCertificate {
        store: store.into(),
        thumbprint: Thumbprint(sha1::Sha1::digest(&der).into()),
        friendly_name: friendly_name(context).map(String::into_boxed_str),
        key,
        // What we cannot read is in the store all the same.
        certificate: Certificate::parse(&der).ok().map(Arc::new),
        listed: Listed::default(),
    }
}

/// The name that users gave it. The pointer leads to a valid context.
pub(super) fn friendly_name(context: *const CERT_CONTEXT) -> Option<String> {
    let (buffer, size) = key::property(context, CERT_FRIENDLY_NAME_PROP_ID)?;
    let units: Vec<u16> = buffer
        .iter()
        .flat_map(|word| [*word, word >> 16, word >> 32, word >> 48])
        .map(|unit| unit as u16)
        .take(size / 2)
        .collect();
    let name = text_of(&units);
    (!name.is_empty()).then_some(name)
}

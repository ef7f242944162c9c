//! What Windows itself says of a chain, from its cache alone: nothing is downloaded, no store is changed.

use std::ffi::OsStr;
use std::mem::size_of;
use std::ptr;

use windows_sys::Win32::Foundation::FILETIME;
use windows_sys::Win32::Security::Cryptography::{
    AUTHTYPE_SERVER, CERT_CHAIN_CACHE_ONLY_URL_RETRIEVAL, CERT_CHAIN_CONTEXT, CERT_CHAIN_PARA,
    CERT_CHAIN_POLICY_PARA, CERT_CHAIN_POLICY_SSL, CERT_CHAIN_POLICY_STATUS, CERT_CONTEXT,
    CERT_STORE_ADD_ALWAYS, CERT_STORE_PROV_MEMORY, CertAddEncodedCertificateToStore,
    CertCreateCertificateContext, CertEnumCertificatesInStore, CertFreeCertificateChain,
    CertGetCertificateChain, CertOpenStore, CertOpenSystemStoreW, CertVerifyCertificateChainPolicy,
    HTTPSPolicyCallbackData, X509_ASN_ENCODING,
};

use super::handles::{Context, Store};
use super::wide;
use crate::core::env::{SystemOpinion, SystemQuestion};
use crate::core::time::Moment;

/// Do not search Windows Update for roots either.
const CERT_CHAIN_DISABLE_AUTH_ROOT_AUTO_UPDATE: u32 = 0x100;
/// 100-nanosecond steps from 1601 to 1970.
const FROM_1601: i64 = 116_444_736_000_000_000;

/// A chain that frees itself.
struct Chain(*mut CERT_CHAIN_CONTEXT);

impl Drop for Chain {
    fn drop(&mut self) {
        // SAFETY: the chain is owned by this value.
        unsafe { CertFreeCertificateChain(self.0) };
    }
}

/// DER of the intermediates that Windows holds for this user and this computer (store `CA`).
pub fn intermediates() -> Vec<Vec<u8>> {
    let name = wide(OsStr::new("CA"));
    // SAFETY: the name ends with a zero; the store closes itself.
    let store = unsafe { CertOpenSystemStoreW(0, name.as_ptr()) };
    if store.is_null() {
        return Vec::new();
    }
    let store = Store(store);
    let mut found = Vec::new();
    let mut last: *const CERT_CONTEXT = ptr::null();
    loop {
        // SAFETY: each call frees the context before it and gives the next or null.
        last = unsafe { CertEnumCertificatesInStore(store.0, last) };
        if last.is_null() {
            return found;
        }
        // SAFETY: a context of the store lives until the next call, and its bytes with it.
        let der = unsafe {
            let context = &*last;
            std::slice::from_raw_parts(context.pbCertEncoded, context.cbCertEncoded as usize)
        };
        found.push(der.to_vec());
    }
}

/// Asks Windows; `None` where it cannot be asked.
pub fn opinion(question: &SystemQuestion<'_>) -> Option<SystemOpinion> {
    let size = u32::try_from(question.leaf.len()).ok()?;
    // SAFETY: pointer and length are of one slice; the context frees itself.
    let leaf =
        unsafe { CertCreateCertificateContext(X509_ASN_ENCODING, question.leaf.as_ptr(), size) };
    if leaf.is_null() {
        return None;
    }
    let leaf = Context(leaf);
    let store = memory_store(question.beside)?;
    let chain = build(&leaf, &store, question.at)?;
    let error = policy(&chain, question.host)?;
    let faults = trust_faults(&chain);
    Some(SystemOpinion {
        is_valid: error == 0 && faults == 0,
        words: match (error, faults) {
            (0, 0) => String::new(),
            (0, faults) => format!("CERT_TRUST_STATUS 0x{faults:08X}{}", fault_names(faults)),
            (code, _) => format!("{} (0x{code:08X})", name_of(code)),
        },
    })
}

/// Bits of the chain's own trust status that are faults; revocation was not asked for.
fn trust_faults(chain: &Chain) -> u32 {
    const REVOCATION: u32 = 0x40 | 0x0100_0000;
    // SAFETY: the chain is alive, and was built by the system.
    let status = unsafe { (*chain.0).TrustStatus };
    status.dwErrorStatus & !REVOCATION
}

/// Names of the commonest bits.
fn fault_names(faults: u32) -> String {
    const NAMES: &[(u32, &str)] = &[
        (0x1, "CERT_TRUST_IS_NOT_TIME_VALID"),
        (0x4, "CERT_TRUST_IS_REVOKED"),
        (0x8, "CERT_TRUST_IS_NOT_SIGNATURE_VALID"),
        (0x10, "CERT_TRUST_IS_NOT_VALID_FOR_USAGE"),
        (0x20, "CERT_TRUST_IS_UNTRUSTED_ROOT"),
        (0x80, "CERT_TRUST_IS_CYCLIC"),
        (0x100, "CERT_TRUST_INVALID_EXTENSION"),
        (0x400, "CERT_TRUST_INVALID_BASIC_CONSTRAINTS"),
        (0x800, "CERT_TRUST_INVALID_NAME_CONSTRAINTS"),
        (0x1_0000, "CERT_TRUST_IS_PARTIAL_CHAIN"),
    ];
    let named = NAMES.iter().filter(|(bit, _)| faults & bit != 0);
    named.map(|(_, name)| format!(" {name}")).collect()
}

fn memory_store(beside: &[&[u8]]) -> Option<Store> {
    // SAFETY: a memory store needs no parameter; the store closes itself.
    let store = unsafe { CertOpenStore(CERT_STORE_PROV_MEMORY, 0, 0, 0, ptr::null()) };
    if store.is_null() {
        return None;
    }
    let store = Store(store);
    for der in beside {
        let size = u32::try_from(der.len()).ok()?;
        // SAFETY: pointer and length are of one slice; no context is asked for.
        unsafe {
            CertAddEncodedCertificateToStore(
                store.0,
                X509_ASN_ENCODING,
                der.as_ptr(),
                size,
                CERT_STORE_ADD_ALWAYS,
                ptr::null_mut(),
            )
        };
    }
    Some(store)
}

fn build(leaf: &Context, store: &Store, at: Moment) -> Option<Chain> {
    let steps = at.0.checked_mul(10_000_000)?.checked_add(FROM_1601)?;
    let steps = u64::try_from(steps).ok()?;
    let time = FILETIME {
        dwLowDateTime: (steps & 0xffff_ffff) as u32,
        dwHighDateTime: (steps >> 32) as u32,
    };
    let parameters = CERT_CHAIN_PARA {
        cbSize: size_of::<CERT_CHAIN_PARA>() as u32,
        // SAFETY: all other fields may be zero: no usage is demanded here.
        ..unsafe { std::mem::zeroed() }
    };
    let flags = CERT_CHAIN_CACHE_ONLY_URL_RETRIEVAL | CERT_CHAIN_DISABLE_AUTH_ROOT_AUTO_UPDATE;
    let mut chain = ptr::null_mut();
    // SAFETY: every pointer is valid for the call; the chain frees itself.
    let built = unsafe {
        CertGetCertificateChain(
            ptr::null_mut(),
            leaf.0,
            &raw const time,
            store.0,
            &raw const parameters,
            flags,
            ptr::null(),
            &raw mut chain,
        )
    };
    (built != 0 && !chain.is_null()).then_some(Chain(chain))
}

/// The error code of the policy for TLS servers, 0 when there is none.
fn policy(chain: &Chain, host: Option<&str>) -> Option<u32> {
    let mut name = host.map(|host| wide(OsStr::new(host)));
    let mut extra = HTTPSPolicyCallbackData {
        dwAuthType: AUTHTYPE_SERVER,
        pwszServerName: name
            .as_mut()
            .map_or(ptr::null_mut(), |name| name.as_mut_ptr()),
        // SAFETY: no further checks are ignored.
        ..unsafe { std::mem::zeroed() }
    };
    extra.Anonymous.cbSize = size_of::<HTTPSPolicyCallbackData>() as u32;
    let parameters = CERT_CHAIN_POLICY_PARA {
        cbSize: size_of::<CERT_CHAIN_POLICY_PARA>() as u32,
        dwFlags: 0,
        pvExtraPolicyPara: (&raw mut extra).cast(),
    };
    // SAFETY: plain numbers, filled in by the call.
    let mut status: CERT_CHAIN_POLICY_STATUS = unsafe { std::mem::zeroed() };
    status.cbSize = size_of::<CERT_CHAIN_POLICY_STATUS>() as u32;
    // SAFETY: every pointer is valid for the call.
    let asked = unsafe {
        CertVerifyCertificateChainPolicy(
            CERT_CHAIN_POLICY_SSL,
            chain.0,
            &raw const parameters,
            &raw mut status,
        )
    };
    (asked != 0).then_some(status.dwError)
}

/// Names that administrators search for.
fn name_of(code: u32) -> &'static str {
    match code {
        0x800B_0101 => "CERT_E_EXPIRED",
        0x800B_0109 => "CERT_E_UNTRUSTEDROOT",
        0x800B_010A => "CERT_E_CHAINING",
        0x800B_010C => "CERT_E_REVOKED",
        0x800B_010F => "CERT_E_CN_NO_MATCH",
        0x800B_0110 => "CERT_E_WRONG_USAGE",
        0x800B_0103 => "CERT_E_ROLE",
        0x8009_6004 => "TRUST_E_CERT_SIGNATURE",
        _ => "error",
    }
}

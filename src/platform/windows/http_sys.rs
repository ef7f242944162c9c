//! The certificate entries of http.sys, through the HTTP Server API. Nothing is changed.
//!
//! `httpapi.dll` is loaded when it is needed, from the system's folder alone: some systems lack it or some
//! of its functions, and the program must start there all the same.

use std::ffi::{OsStr, c_void};
use std::io;
use std::mem::{size_of, transmute};
use std::ptr;

use windows_sys::Win32::Foundation::{
    ERROR_ACCESS_DENIED, ERROR_FILE_NOT_FOUND, ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER,
    ERROR_MORE_DATA, ERROR_NO_MORE_ITEMS, ERROR_NOT_SUPPORTED, FARPROC, FreeLibrary, HMODULE,
    NO_ERROR,
};
use windows_sys::Win32::Networking::HttpServer::{
    HTTP_INITIALIZE_CONFIG, HTTP_SERVICE_CONFIG_ID, HTTP_SERVICE_CONFIG_SSL_CCS_QUERY,
    HTTP_SERVICE_CONFIG_SSL_CCS_SET, HTTP_SERVICE_CONFIG_SSL_PARAM, HTTP_SERVICE_CONFIG_SSL_QUERY,
    HTTP_SERVICE_CONFIG_SSL_SET, HTTP_SERVICE_CONFIG_SSL_SNI_QUERY,
    HTTP_SERVICE_CONFIG_SSL_SNI_SET, HTTPAPI_VERSION, HttpServiceConfigQueryNext,
    HttpServiceConfigSSLCertInfo, HttpServiceConfigSslCcsCertInfo,
    HttpServiceConfigSslScopedCcsCertInfo, HttpServiceConfigSslSniCertInfo,
};
use windows_sys::Win32::System::LibraryLoader::{
    GetProcAddress, LOAD_LIBRARY_SEARCH_SYSTEM32, LoadLibraryExW,
};

use super::wide;
use crate::core::env::HostFault;
use crate::core::iis::flags::HttpSysFlags;
use crate::core::iis::http_sys::{EntryAddress, EntryKey, SslEntry, raw};
use crate::core::limits::IIS_LISTING_ENTRIES;
use crate::core::x509::a_labels;

// SAFETY: as http.h declares it; calls are made with what that asks for.
type Initialize = unsafe extern "system" fn(HTTPAPI_VERSION, u32, *mut c_void) -> u32;
// SAFETY: as http.h declares it; calls are made with what that asks for.
type Terminate = unsafe extern "system" fn(u32, *mut c_void) -> u32;
// SAFETY: as http.h declares it; calls are made with what that asks for.
type Query = unsafe extern "system" fn(
    *mut c_void,
    HTTP_SERVICE_CONFIG_ID,
    *const c_void,
    u32,
    *mut c_void,
    u32,
    *mut u32,
    *const c_void,
) -> u32;

/// Units of the longest name that is followed to its final zero.
const NAME_UNITS: usize = 4096;
/// Words of a buffer that most entries fit in.
const BUFFER_WORDS: usize = 128;
/// Words of the largest buffer that is offered (1 MiB).
const MOST_WORDS: usize = 128 << 10;

/// The library, initialised; gives everything back by itself.
struct Api {
    library: HMODULE,
    terminate: Option<Terminate>,
    query: Option<Query>,
}

impl Drop for Api {
    fn drop(&mut self) {
        if let Some(terminate) = self.terminate {
            // SAFETY: undoes the one call of HttpInitialize with the same flags.
            unsafe { terminate(HTTP_INITIALIZE_CONFIG, ptr::null_mut()) };
        }
        // SAFETY: loaded by the maker of this value; none of its functions is called any more.
        unsafe { FreeLibrary(self.library) };
    }
}

/// All entries: by address, by host name, of the central store.
///
/// # Errors
/// `NotInstalled` without the HTTP Server API, `Denied` where it takes more rights, otherwise the error of
/// Windows.
pub fn ssl_entries() -> Result<Vec<SslEntry>, HostFault> {
    let api = open()?;
    let mut entries = Vec::new();
    by_address(&api, &mut entries)?;
    by_host(&api, HttpServiceConfigSslSniCertInfo, &mut entries)?;
    central(&api, &mut entries)?;
    by_host(&api, HttpServiceConfigSslScopedCcsCertInfo, &mut entries)?;
    Ok(entries)
}

fn open() -> Result<Api, HostFault> {
    let name = wide(OsStr::new("httpapi.dll"));
    // SAFETY: the name ends with a zero; only the system's folder is searched.
    let library =
        unsafe { LoadLibraryExW(name.as_ptr(), ptr::null_mut(), LOAD_LIBRARY_SEARCH_SYSTEM32) };
    if library.is_null() {
        return Err(HostFault::NotInstalled);
    }
    let mut api = Api {
        library,
        terminate: None,
        query: None,
    };
    // SAFETY: the library is loaded and each name ends with a zero.
    let found = |name: &[u8]| unsafe { GetProcAddress(library, name.as_ptr()) };
    // SAFETY: these are the signatures of http.h, and null stays `None`.
    let initialize =
        unsafe { transmute::<FARPROC, Option<Initialize>>(found(b"HttpInitialize\0")) };
    // SAFETY: as above.
    let terminate = unsafe { transmute::<FARPROC, Option<Terminate>>(found(b"HttpTerminate\0")) };
    let query = found(b"HttpQueryServiceConfiguration\0");
    // SAFETY: as above.
    api.query = unsafe { transmute::<FARPROC, Option<Query>>(query) };
    let (Some(initialize), Some(terminate), Some(_)) = (initialize, terminate, api.query) else {
        return Err(HostFault::NotInstalled);
    };
    let version = HTTPAPI_VERSION {
        HttpApiMajorVersion: 1,
        HttpApiMinorVersion: 0,
    };
    // SAFETY: the version is one that every system has; the reserved pointer is null.
    match unsafe { initialize(version, HTTP_INITIALIZE_CONFIG, ptr::null_mut()) } {
        NO_ERROR => api.terminate = Some(terminate),
        code => return Err(fault(code)),
    }
    Ok(api)
}

fn fault(code: u32) -> HostFault {
    match code {
        ERROR_ACCESS_DENIED => HostFault::Denied,
        code => HostFault::Other(io::Error::from_raw_os_error(code.cast_signed()).to_string()),
    }
}

fn by_address(api: &Api, entries: &mut Vec<SslEntry>) -> Result<(), HostFault> {
    let question = |token| HTTP_SERVICE_CONFIG_SSL_QUERY {
        QueryDesc: HttpServiceConfigQueryNext,
        dwToken: token,
        ..Default::default()
    };
    let answer = |set: &HTTP_SERVICE_CONFIG_SSL_SET| {
        // SAFETY: the address of an answer is valid and as long as its family says.
        let (address, port) = unsafe { socket_address(set.KeyDesc.pIpPort.cast()) }?;
        let key = EntryKey::IpPort(EntryAddress(address), port);
        // SAFETY: the parameters belong to the same answer.
        Some(unsafe { entry(key, &set.ParamDesc) })
    };
    walk(api, HttpServiceConfigSSLCertInfo, question, answer, entries)
}

/// Host names with a certificate of their own, or the single hosts of the central store: both come in the
/// same structures (http.h, `HTTP_SERVICE_CONFIG_SSL_SNI_SET`).
fn by_host(
    api: &Api,
    kind: HTTP_SERVICE_CONFIG_ID,
    entries: &mut Vec<SslEntry>,
) -> Result<(), HostFault> {
    let question = |token| HTTP_SERVICE_CONFIG_SSL_SNI_QUERY {
        QueryDesc: HttpServiceConfigQueryNext,
        dwToken: token,
        ..Default::default()
    };
    let answer = |set: &HTTP_SERVICE_CONFIG_SSL_SNI_SET| {
        // SAFETY: the address is part of the answer; the name ends with a zero.
        let (_, port) = unsafe { socket_address((&raw const set.KeyDesc.IpPort).cast()) }?;
        // SAFETY: as above.
        let host = unsafe { text(set.KeyDesc.Host) }?;
        // So the central store shows itself here; it is asked for under its own kind.
        if host == "*" {
            return None;
        }
        let host = a_labels(&host).into();
        let key = match kind == HttpServiceConfigSslSniCertInfo {
            true => EntryKey::HostPort(host, port),
            false => EntryKey::ScopedCentralStore(host, port),
        };
        // SAFETY: the parameters belong to the same answer.
        Some(unsafe { entry(key, &set.ParamDesc) })
    };
    walk(api, kind, question, answer, entries)
}

fn central(api: &Api, entries: &mut Vec<SslEntry>) -> Result<(), HostFault> {
    let question = |token| HTTP_SERVICE_CONFIG_SSL_CCS_QUERY {
        QueryDesc: HttpServiceConfigQueryNext,
        dwToken: token,
        ..Default::default()
    };
    let answer = |set: &HTTP_SERVICE_CONFIG_SSL_CCS_SET| {
        // SAFETY: the address is part of the answer.
        let (_, port) = unsafe { socket_address((&raw const set.KeyDesc.LocalAddress).cast()) }?;
        // SAFETY: the parameters belong to the same answer.
        Some(unsafe { entry(EntryKey::CentralStore(port), &set.ParamDesc) })
    };
    walk(
        api,
        HttpServiceConfigSslCcsCertInfo,
        question,
        answer,
        entries,
    )
}

/// Asks for one entry after the other. `Q` and `S` are the structures of http.h for that kind.
fn walk<Q, S>(
    api: &Api,
    kind: HTTP_SERVICE_CONFIG_ID,
    question: impl Fn(u32) -> Q,
    answer: impl Fn(&S) -> Option<SslEntry>,
    entries: &mut Vec<SslEntry>,
) -> Result<(), HostFault> {
    // Whole words, so that the structures and what they point to are aligned.
    let mut buffer = vec![0u64; BUFFER_WORDS.max(size_of::<S>().div_ceil(8))];
    let mut token = 0;
    while usize::try_from(token).is_ok_and(|token| token < IIS_LISTING_ENTRIES) {
        match ask(api, kind, &question(token), &mut buffer) {
            NO_ERROR => {
                // SAFETY: the buffer is aligned and larger than the structure, which was written.
                let set = unsafe { &*buffer.as_ptr().cast::<S>() };
                entries.extend(answer(set));
                token += 1;
            }
            ERROR_NO_MORE_ITEMS | ERROR_FILE_NOT_FOUND => return Ok(()),
            // A kind that this Windows does not know: SNI below 8, single hosts below 10.
            ERROR_INVALID_PARAMETER | ERROR_NOT_SUPPORTED if token == 0 => return Ok(()),
            code => return Err(fault(code)),
        }
    }
    Ok(())
}

/// One question; the buffer grows as it must.
fn ask<Q>(api: &Api, kind: HTTP_SERVICE_CONFIG_ID, question: &Q, buffer: &mut Vec<u64>) -> u32 {
    let Some(query) = api.query else {
        return ERROR_NOT_SUPPORTED;
    };
    loop {
        let mut needed = 0;
        // SAFETY: question and buffer live through the call and are as long as said; nothing overlaps.
        let code = unsafe {
            query(
                ptr::null_mut(),
                kind,
                ptr::from_ref(question).cast(),
                u32::try_from(size_of::<Q>()).unwrap_or_default(),
                buffer.as_mut_ptr().cast(),
                u32::try_from(buffer.len() * 8).unwrap_or_default(),
                &raw mut needed,
                ptr::null(),
            )
        };
        let words = usize::try_from(needed).unwrap_or_default().div_ceil(8);
        let is_short = matches!(code, ERROR_INSUFFICIENT_BUFFER | ERROR_MORE_DATA);
        if !is_short || words <= buffer.len() || words > MOST_WORDS {
            return code;
        }
        buffer.resize(words, 0);
    }
}

/// Address and port.
///
/// # Safety
/// The pointer is null or leads to a socket address that is as long as its family says.
// SAFETY: each call says why the demand above holds.
unsafe fn socket_address(at: *const u8) -> Option<(std::net::IpAddr, u16)> {
    if at.is_null() {
        return None;
    }
    // SAFETY: every socket address begins with its family.
    let family = unsafe { at.cast::<u16>().read_unaligned() };
    let length = raw::socket_address_length(family)?;
    // SAFETY: so long is an address of that family.
    raw::socket_address(unsafe { std::slice::from_raw_parts(at, length) })
}

/// # Safety
/// The parameters are of an answer whose buffer is still there.
// SAFETY: each call says why the demand above holds.
unsafe fn entry(key: EntryKey, of: &HTTP_SERVICE_CONFIG_SSL_PARAM) -> SslEntry {
    let length = usize::try_from(of.SslHashLength).unwrap_or_default();
    let hash = match of.pSslHash.is_null() {
        true => &[][..],
        // SAFETY: the hash is in the buffer and as long as said.
        false => unsafe { std::slice::from_raw_parts(of.pSslHash.cast::<u8>(), length) },
    };
    let id = of.AppId;
    SslEntry {
        key,
        thumbprint: raw::thumbprint(hash),
        app_id: Some(raw::app_id(id.data1, id.data2, id.data3, id.data4).into()),
        // SAFETY: the name is in the buffer and ends with a zero.
        store: unsafe { text(of.pSslCertStoreName) }.map(Into::into),
        flags: HttpSysFlags(of.DefaultFlags),
    }
}

/// # Safety
/// The pointer is null or leads to units of which one is zero.
// SAFETY: each call says why the demand above holds.
unsafe fn text(at: *const u16) -> Option<String> {
    if at.is_null() {
        return None;
    }
    let mut units = Vec::new();
    for index in 0..NAME_UNITS {
        // SAFETY: the text ends with a zero, and nothing behind that is read.
        match unsafe { at.add(index).read_unaligned() } {
            0 => break,
            unit => units.push(unit),
        }
    }
    (!units.is_empty()).then(|| String::from_utf16_lossy(&units))
}

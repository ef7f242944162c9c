//! `/proc/net/tcp` and `/proc/net/tcp6`, and the programs whose open files may be read (proc(5)).

use std::collections::HashMap;
use std::fs;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::Path;

use crate::core::env::Listener;

/// `TCP_LISTEN`.
const LISTENS: &str = "0A";
/// Sockets that are looked at, at most.
const SOCKETS: usize = 10_000;

pub fn all() -> Result<Vec<Listener>, String> {
    let old = fs::read_to_string("/proc/net/tcp").map_err(|error| error.to_string())?;
    // Missing where IPv6 is switched off.
    let new = fs::read_to_string("/proc/net/tcp6").unwrap_or_default();
    let lines = old.lines().chain(new.lines());
    let sockets: Vec<(SocketAddr, String)> = lines.filter_map(listening).take(SOCKETS).collect();
    let programs = programs();
    let told = |(address, inode): (SocketAddr, String)| Listener {
        address,
        program: programs.get(&inode).cloned(),
    };
    Ok(sockets.into_iter().map(told).collect())
}

/// Where a line's socket listens, and its inode; `None` for other sockets and the heading.
fn listening(line: &str) -> Option<(SocketAddr, String)> {
    let mut fields = line.split_ascii_whitespace().skip(1);
    let local = fields.next()?;
    let state = fields.nth(1)?;
    let inode = fields.nth(5)?;
    let (address, port) = local.split_once(':')?;
    let port = u16::from_str_radix(port, 16).ok()?;
    (state == LISTENS).then_some((SocketAddr::new(ip(address)?, port), inode.to_owned()))
}

/// Words of 32 bits in the byte order of this computer.
fn ip(hex: &str) -> Option<IpAddr> {
    let words: Option<Vec<[u8; 4]>> = hex
        .as_bytes()
        .chunks(8)
        .map(|word| {
            let word = u32::from_str_radix(std::str::from_utf8(word).ok()?, 16).ok()?;
            Some(word.to_ne_bytes())
        })
        .collect();
    let words = words?;
    if let [word] = words.as_slice() {
        return Some(IpAddr::V4(Ipv4Addr::from(*word)));
    }
    let octets: [u8; 16] = words.concat().try_into().ok()?;
    Some(IpAddr::V6(Ipv6Addr::from(octets)))
}

/// Programs by the inodes of their sockets, as far as this user may see.
fn programs() -> HashMap<String, String> {
    let mut programs = HashMap::new();
    for process in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let is_process = |name: &str| name.bytes().all(|byte| byte.is_ascii_digit());
        if process.file_name().to_str().is_some_and(is_process) {
            add(&process.path(), &mut programs);
        }
    }
    programs
}

fn add(process: &Path, programs: &mut HashMap<String, String>) {
    let files = fs::read_dir(process.join("fd")).into_iter().flatten();
    let sockets = files.flatten().filter_map(|file| {
        let target = fs::read_link(file.path()).ok()?;
        let inode = target.to_str()?.strip_prefix("socket:[")?;
        inode.strip_suffix(']').map(str::to_owned)
    });
    let mut sockets = sockets.take(SOCKETS).peekable();
    if sockets.peek().is_none() {
        return;
    }
    let name = fs::read_to_string(process.join("comm")).unwrap_or_default();
    programs.extend(sockets.map(|inode| (inode, name.trim_end().to_owned())));
}

#[cfg(test)]
mod tests {
    use super::listening;

    #[test]
    fn listening_sockets_are_read_and_others_are_not() {
        let v4 = "   0: 0100007F:01BB 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4242 1 0 100 0 0 10 0";
        let v6 = "   1: 00000000000000000000000001000000:01BB 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 17 1 0";
        let told = |line: &str| listening(line).map(|(at, inode)| (at.to_string(), inode));
        #[cfg(target_endian = "little")]
        {
            let of = |at: &str, inode: &str| Some((at.to_owned(), inode.to_owned()));
            assert_eq!(told(v4), of("127.0.0.1:443", "4242"));
            assert_eq!(told(v6), of("[::1]:443", "17"));
        }
        let established = v4.replace(" 0A ", " 01 ");
        assert_eq!(told(&established), None);
        assert_eq!(told("  sl  local_address rem_address   st tx_queue"), None);
    }
}

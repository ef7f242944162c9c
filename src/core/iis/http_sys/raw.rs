//! The values inside of the structures of the HTTP Server API (http.h), which `platform` gets from Windows.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::core::iis::store::Thumbprint;

/// AF_INET and AF_INET6 of winsock2.h.
const AF_INET: u16 = 2;
const AF_INET6: u16 = 23;

/// Address and port of a `SOCKADDR_IN` or `SOCKADDR_IN6` of a little-endian Windows; `None` for other
/// families and for fewer bytes than the family has.
pub fn socket_address(bytes: &[u8]) -> Option<(IpAddr, u16)> {
    let (family, rest) = bytes.split_first_chunk::<2>()?;
    // The port is in the order of the network.
    let (port, rest) = rest.split_first_chunk::<2>()?;
    let address = match u16::from_le_bytes(*family) {
        AF_INET => IpAddr::V4(Ipv4Addr::from(*rest.first_chunk::<4>()?)),
        AF_INET6 => {
            // Behind the flow label.
            let (_, rest) = rest.split_first_chunk::<4>()?;
            IpAddr::V6(Ipv6Addr::from(*rest.first_chunk::<16>()?))
        }
        _ => return None,
    };
    Some((address, u16::from_be_bytes(*port)))
}

/// Bytes to read of an address of that family: 16 or 28; `None` for other families.
pub fn socket_address_length(family: u16) -> Option<usize> {
    match family {
        AF_INET => Some(16),
        AF_INET6 => Some(28),
        _ => None,
    }
}

/// The certificate an entry names; `None` when it names none.
pub fn thumbprint(bytes: &[u8]) -> Option<Thumbprint> {
    bytes.try_into().ok().map(Thumbprint)
}

/// `{4dc3e181-e14b-4a21-b022-59fc669b0914}` of the four parts of a GUID.
pub fn app_id(first: u32, second: u16, third: u16, last: [u8; 8]) -> String {
    let [a, b, rest @ ..] = last;
    let rest: String = rest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{{{first:08x}-{second:04x}-{third:04x}-{a:02x}{b:02x}-{rest}}}")
}

#[cfg(test)]
mod tests {
    use super::{app_id, socket_address, thumbprint};
    use crate::core::iis::http_sys::IIS_APP_ID;

    #[test]
    fn addresses_are_read_as_winsock_lays_them_out() {
        let v4 = [2, 0, 0x01, 0xbb, 192, 0, 2, 7, 0, 0, 0, 0, 0, 0, 0, 0];
        let found = socket_address(&v4).expect("IPv4");
        assert_eq!(found, ("192.0.2.7".parse().expect("address"), 443));
        let mut v6 = [0u8; 28];
        v6[..8].copy_from_slice(&[23, 0, 0x20, 0xfb, 9, 9, 9, 9]);
        v6[8..12].copy_from_slice(&[0x20, 0x01, 0x0d, 0xb8]);
        v6[23] = 7;
        let found = socket_address(&v6).expect("IPv6");
        assert_eq!(found, ("2001:db8::7".parse().expect("address"), 8443));
        assert_eq!(socket_address(&v6[..20]), None);
        assert_eq!(socket_address(&[1, 0, 0, 0, 0, 0, 0, 0]), None);
        assert_eq!(socket_address(&[]), None);
    }

    #[test]
    fn application_and_certificate_are_written_as_netsh_does() {
        let iis = app_id(
            0x4dc3_e181,
            0xe14b,
            0x4a21,
            [0xb0, 0x22, 0x59, 0xfc, 0x66, 0x9b, 0x09, 0x14],
        );
        assert_eq!(iis, IIS_APP_ID);
        assert!(thumbprint(&[7; 20]).is_some());
        assert!(thumbprint(&[]).is_none() && thumbprint(&[7; 32]).is_none());
    }
}

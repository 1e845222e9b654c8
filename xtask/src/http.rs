//! Just enough of HTTP/1.1 to serve a folder to a browser: GET and HEAD, kept-open connections, brotli, ETags.
//!
//! Written on the standard library because that is all it takes; it listens on the loopback address only.

use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Result, bail};

use crate::build::digest;
use crate::compress::Compressor;

/// A folder being served.
pub struct Served {
    /// The site's folder, canonical.
    pub folder: PathBuf,
    /// The path it stands under: `/`, or `/abc/`.
    pub base: String,
    /// Compresses on first use.
    pub compressor: Compressor,
}

/// The type a browser must be told for a file of this name.
pub fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// What was asked for.
struct Request {
    method: String,
    path: String,
    brotli: bool,
    known_tag: Option<String>,
    close: bool,
}

/// Answers every request of one connection.
pub fn converse(stream: TcpStream, served: &Served) -> Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    stream.set_nodelay(true)?;
    let mut writer = stream.try_clone()?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = read_request(&mut reader)? {
        let answer = answer(&request, served);
        writer.write_all(&answer)?;
        if request.close {
            break;
        }
    }
    Ok(())
}

fn read_request(reader: &mut impl BufRead) -> Result<Option<Request>> {
    let Some(first) = read_line(reader)? else {
        return Ok(None);
    };
    let mut words = first.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else {
        bail!("not a request line: {first:?}");
    };
    let mut request = Request {
        method: method.to_owned(),
        path: target
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .to_owned(),
        brotli: false,
        known_tag: None,
        close: false,
    };
    for _ in 0..100 {
        let Some(line) = read_line(reader)? else {
            return Ok(None);
        };
        let Some((name, value)) = line.split_once(':') else {
            return Ok(Some(request));
        };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "accept-encoding" => request.brotli = value.split(',').any(|one| one.trim() == "br"),
            "if-none-match" => request.known_tag = Some(value.to_owned()),
            "connection" => request.close = value.eq_ignore_ascii_case("close"),
            "content-length" | "transfer-encoding" if value != "0" => {
                bail!("requests with a body are refused")
            }
            _ => {}
        }
    }
    bail!("more than 100 headers")
}

/// One line without its end; `None` when the other side has gone or stayed silent.
fn read_line(reader: &mut impl BufRead) -> Result<Option<String>> {
    let mut line = Vec::new();
    match reader.take(16 * 1024).read_until(b'\n', &mut line) {
        Ok(0) => Ok(None),
        Ok(_) if line.last() == Some(&b'\n') => {
            Ok(Some(String::from_utf8_lossy(&line).trim_end().to_owned()))
        }
        Ok(_) => bail!("a line longer than 16 KiB"),
        Err(error) => match error.kind() {
            ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::ConnectionReset => Ok(None),
            _ => Err(error.into()),
        },
    }
}

fn answer(request: &Request, served: &Served) -> Vec<u8> {
    let head_only = request.method == "HEAD";
    if !head_only && request.method != "GET" {
        return plain(
            "405 Method Not Allowed",
            "Allow: GET, HEAD\r\n",
            "only GET and HEAD\n",
            false,
        );
    }
    let Some(path) = decode(&request.path) else {
        return plain(
            "400 Bad Request",
            "",
            "not a path of this site\n",
            head_only,
        );
    };
    let Some(below) = path.strip_prefix(&served.base) else {
        if format!("{path}/") == served.base {
            let location = format!("Location: {}\r\n", served.base);
            return plain("301 Moved Permanently", &location, "", head_only);
        }
        return plain(
            "404 Not Found",
            "",
            "nothing outside the app's folder\n",
            head_only,
        );
    };
    let name = if below.is_empty() || below.ends_with('/') {
        format!("{below}index.html")
    } else {
        below.to_owned()
    };
    match read_inside(&served.folder, &name) {
        Some(bytes) => file(request, served, &name, &bytes, head_only),
        None => plain("404 Not Found", "", &format!("no file {name}\n"), head_only),
    }
}

fn file(request: &Request, served: &Served, name: &str, bytes: &[u8], head_only: bool) -> Vec<u8> {
    let tag = format!("\"{}\"", digest::hex(bytes).get(..20).unwrap_or_default());
    let mut headers = format!(
        "Content-Type: {}\r\nCache-Control: no-cache\r\nETag: {tag}\r\nVary: Accept-Encoding\r\n\
         X-Content-Type-Options: nosniff\r\n\
         Permissions-Policy: camera=(self), microphone=(), geolocation=()\r\n",
        media_type(name)
    );
    if request.known_tag.as_deref() == Some(tag.as_str()) {
        return response("304 Not Modified", &headers, b"", true);
    }
    let packed = if request.brotli && !name.ends_with(".png") {
        served.compressor.brotli(bytes).ok()
    } else {
        None
    };
    match packed {
        Some(packed) => {
            headers.push_str("Content-Encoding: br\r\n");
            response("200 OK", &headers, &packed, head_only)
        }
        None => response("200 OK", &headers, bytes, head_only),
    }
}

fn plain(status: &str, headers: &str, text: &str, head_only: bool) -> Vec<u8> {
    let headers = format!("{headers}Content-Type: text/plain; charset=utf-8\r\n");
    response(status, &headers, text.as_bytes(), head_only)
}

fn response(status: &str, headers: &str, body: &[u8], head_only: bool) -> Vec<u8> {
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\n\r\n");
    let mut whole = head.into_bytes();
    if !head_only {
        whole.extend_from_slice(body);
    }
    whole
}

/// Undoes percent signs; `None` for anything that could point outside or is not text.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits = std::str::from_utf8(&digits).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    let text = String::from_utf8(bytes).ok()?;
    let odd = text.contains(['\\', '\0', ':']) || text.split('/').any(|part| part == "..");
    (!odd && text.starts_with('/')).then_some(text)
}

/// The file's bytes when it exists and really lies inside `folder`, links resolved.
fn read_inside(folder: &Path, name: &str) -> Option<Vec<u8>> {
    let path = folder.join(name).canonicalize().ok()?;
    if !path.starts_with(folder.canonicalize().ok()?) {
        return None;
    }
    fs::read(path).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_inside() {
        assert_eq!(decode("/a%20b/c.js").as_deref(), Some("/a b/c.js"));
        for bad in [
            "/../x",
            "/a/%2e%2e/x",
            "/a\\b",
            "/%00",
            "/%zz",
            "/%c3",
            "x",
            "/c:/x",
        ] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_request_is_read_to_its_end() -> Result<()> {
        let mut text: &[u8] =
            b"GET /a?b HTTP/1.1\r\nAccept-Encoding: gzip, br\r\n\r\nGET /c HTTP/1.1\r\n\r\n";
        let first = read_request(&mut text)?;
        assert!(first.is_some_and(|request| request.path == "/a" && request.brotli));
        let second = read_request(&mut text)?;
        assert!(second.is_some_and(|request| request.path == "/c" && !request.brotli));
        assert!(read_request(&mut text)?.is_none());
        Ok(())
    }
}

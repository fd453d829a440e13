// The identity provider's answer to "is somebody signed in?" goes to the page that asked, of the same origin only.
parent.postMessage(location.href, location.origin);
